import { type EncodingsDescriptor, escapeStep } from "@wirepact/runtime";
import { type Findings, quote } from "../diagnostics.ts";
import { get, getObject, getString, type Json, type JsonObject } from "../json.ts";
import { correlationIdOf } from "./correlationIds.ts";
import { readEncodings } from "./encodings.ts";
import type { FramedMessage } from "./readMessage.ts";

/** Content types of the encodings that packages speak, with the suffixes that say how another type is written. */
const ENCODINGS = {
  json: /^application\/([\w.-]+\+)?json\s*(;|$)/i,
  msgpack: /^application\/((x-|vnd\.)?msgpack|[\w.-]+\+msgpack)\s*(;|$)/i,
} as const;

/** Finds what a document says of its messages that frames of a socket cannot carry, or that packages would not do. */
export function checkCarried(document: JsonObject, messages: readonly FramedMessage[], findings: Findings): void {
  const encodings = readEncodings(document);
  checkContentType(document, "/defaultContentType", encodings, findings);
  for (const { name, value, pointer, socketio } of messages) {
    const id = correlationIdOf(document, value, pointer, socketio);
    if (id !== undefined && id.place === undefined) {
      const text = `${quote(name)} has its id at ${quote(id.location)}, and frames of a socket are payload alone; write $message.payload#/ and its place there`;
      findings.error(id.pointer, "not-carried", text);
    }
    if (get(value, "headers") !== undefined) {
      const text = `${quote(name)} has headers, and frames of a socket have none; move what readers need into the payload, or remove them`;
      findings.error(`${pointer}/headers`, "not-carried", text);
    }
    checkContentType(value, `${pointer}/contentType`, encodings, findings);
    checkTraits(value, pointer, findings);
  }
  for (const [key, operation] of Object.entries(getObject(document, "operations"))) {
    if (get(operation, "action") === undefined) continue;
    checkTraits(operation, `/operations/${escapeStep(key)}`, findings);
    if (get(operation, "security") === undefined) continue;
    const text = `credentials are shown when a connection opens, so these of ${quote(key)} are not read; move them to the server's security`;
    findings.warn(`/operations/${escapeStep(key)}/security`, "not-carried", text);
  }
}

function checkContentType(holder: JsonObject, pointer: string, encodings: EncodingsDescriptor, findings: Findings): void {
  const type = getString(holder, pointer.slice(pointer.lastIndexOf("/") + 1));
  if (type === undefined) return;
  const encoding = ENCODINGS.json.test(type) ? encodings.text : ENCODINGS.msgpack.test(type) ? encodings.binary : undefined;
  if (encoding === undefined) {
    const text = `frames are JSON or MessagePack, not ${quote(type)}; write application/json or application/msgpack`;
    findings.error(pointer, "not-carried", text);
  } else if (encoding === null) {
    const spoken = encodings.binary === null ? "JSON" : "MessagePack";
    const text = `the protocol speaks ${spoken} only, not ${quote(type)}; correct it, or name both encodings under x-wirepact`;
    findings.error(pointer, "not-carried", text);
  }
}

/** Traits are applied where the document is read; what is left names nothing, or stands where no traits are looked for. */
function checkTraits(value: Json, pointer: string, findings: Findings): void {
  if (get(value, "traits") === undefined) return;
  const text = "these traits cannot be applied; check what they refer to, or write out what they add";
  findings.error(`${pointer}/traits`, "not-carried", text);
}
