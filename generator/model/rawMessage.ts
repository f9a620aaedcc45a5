import type { Direction } from "@wirepact/runtime";
import { escapeStep } from "@wirepact/runtime";
import { type Findings, quote } from "../diagnostics.ts";
import { get, getList, getObject, getString, isObject, type Json, type JsonObject } from "../json.ts";
import { follow, resolveReference } from "./references.ts";

/** A message as the document has it: where it stands, who sends it, what it says. */
export interface RawMessage {
  readonly name: string;
  readonly value: JsonObject;
  readonly pointer: string;
  readonly from: readonly Direction[];
}

/** Finds the messages of a document in its channels and who sends each, in its operations. */
export function findMessages(document: JsonObject, findings: Findings): RawMessage[] {
  const senders = findSenders(document);
  const found = new Map<string, RawMessage>();
  for (const [channel, value] of Object.entries(getObject(document, "channels"))) {
    for (const [key, reference] of Object.entries(getObject(value, "messages"))) {
      const place = `/channels/${escapeStep(channel)}/messages/${escapeStep(key)}`;
      const target = follow(document, reference, place);
      if (target === undefined || !isObject(target.value)) {
        findings.error(
          place,
          "missing-reference",
          `the channel lists the message ${quote(key)}, but nothing stands there; check the reference`,
        );
      } else if (!found.has(target.pointer)) {
        found.set(target.pointer, readMessage(key, target.value, target.pointer, senders, findings));
      }
    }
  }
  if (found.size === 0)
    findings.error(
      "/channels",
      "no-messages",
      "no channel lists a message; add messages to a channel and operations that send or receive them",
    );
  return [...found.values()].filter((message) => message.from.length > 0);
}

function readMessage(
  key: string,
  value: JsonObject,
  pointer: string,
  senders: ReadonlyMap<string, Set<Direction>>,
  findings: Findings,
): RawMessage {
  const name = getString(value, "name") ?? key;
  const from = [...(senders.get(pointer) ?? [])].sort();
  if (from.length === 0) {
    findings.warn(
      pointer,
      "unsent-message",
      `no operation sends or receives ${quote(name)}, so it is left out; add an operation for it`,
    );
  }
  return { name, value, pointer, from };
}

/** Who sends each message, by the message's pointer: the document speaks as one side, replies go the other way. */
function findSenders(document: JsonObject): Map<string, Set<Direction>> {
  const senders = new Map<string, Set<Direction>>();
  const perspective = getString(get(document, "x-wirepact"), "perspective") ?? "server";
  const add = (references: readonly Json[], direction: Direction) => {
    for (const reference of references) {
      const pointer = follow(document, reference, "")?.pointer;
      if (pointer !== undefined) senders.set(pointer, (senders.get(pointer) ?? new Set()).add(direction));
    }
  };
  for (const raw of Object.values(getObject(document, "operations"))) {
    const operation = follow(document, raw, "")?.value;
    const sends = getString(operation, "action") === "send";
    const direction: Direction = sends === (perspective === "server") ? "server" : "client";
    add(messagesOf(document, operation), direction);
    const reply = follow(document, get(operation, "reply") ?? {}, "")?.value;
    if (get(reply, "messages") !== undefined) add(messagesOf(document, reply), direction === "client" ? "server" : "client");
  }
  return senders;
}

/** The messages that an operation or a reply names; all of its channel's where it names none. */
function messagesOf(document: JsonObject, operation: Json | undefined): readonly Json[] {
  if (get(operation, "messages") !== undefined) return getList(operation, "messages");
  const channel = getString(get(operation, "channel"), "$ref");
  const target = channel === undefined ? undefined : resolveReference(document, channel)?.value;
  return Object.values(getObject(target, "messages"));
}
