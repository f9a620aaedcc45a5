import { type Direction, escapeStep, pointerSteps } from "@wirepact/runtime";
import { type Findings, quote } from "../diagnostics.ts";
import { get, getList, getObject, getString, isObject, type Json, type JsonObject } from "../json.ts";
import { meantReference } from "../reference.ts";
import { follow } from "./references.ts";

/** A message as the document has it: where it stands, who sends it, what it says. */
export interface RawMessage {
  readonly name: string;
  readonly value: JsonObject;
  readonly pointer: string;
  readonly from: readonly Direction[];
}

/** Finds the messages of a document in its channels and who sends each, in its operations. */
export function findMessages(document: JsonObject, findings: Findings): RawMessage[] {
  checkOperations(document, findings);
  const senders = findSenders(document);
  const found = new Map<string, RawMessage>();
  for (const [channel, raw] of Object.entries(getObject(document, "channels"))) {
    const value = follow(document, raw, "")?.value;
    for (const [key, reference] of Object.entries(getObject(value, "messages"))) {
      const place = `/channels/${escapeStep(channel)}/messages/${escapeStep(key)}`;
      const target = follow(document, reference, place);
      if (target === undefined || !isObject(target.value)) {
        findings.error(
          get(reference, "$ref") === undefined ? place : `${place}/$ref`,
          "missing-reference",
          `the channel lists the message ${quote(key)}, but nothing stands there; ${hintOf(document, reference, "check the reference")}`,
        );
      } else if (!found.has(target.pointer)) {
        found.set(target.pointer, readMessage(target.value, target.pointer, senders, findings));
      }
    }
  }
  const sent = [...found.values()].filter((message) => message.from.length > 0);
  if (found.size > 0 && sent.length === 0 && !findings.hasErrors) {
    findings.error("/channels", "no-messages", "no operation sends or receives a message; add operations that do");
  }
  if (found.size === 0 && !findings.hasErrors)
    findings.error(
      "/channels",
      "no-messages",
      "no channel lists a message; add messages to a channel and operations that send or receive them",
    );
  return sent;
}

/** What was probably meant, or else what to look at. */
function hintOf(document: JsonObject, reference: Json, otherwise: string): string {
  const meant = meantReference(document, getString(reference, "$ref") ?? "");
  return meant === undefined ? otherwise : `did you mean ${quote(meant)}?`;
}

function readMessage(
  value: JsonObject,
  pointer: string,
  senders: ReadonlyMap<string, Set<Direction>>,
  findings: Findings,
): RawMessage {
  // A channel may list a message under a key of its own; the message is called by the place where it stands.
  const name = getString(value, "name") ?? pointerSteps(pointer).at(-1) ?? "";
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
  const add = (pointers: readonly string[], direction: Direction) => {
    for (const pointer of pointers) senders.set(pointer, (senders.get(pointer) ?? new Set()).add(direction));
  };
  for (const raw of Object.values(getObject(document, "operations"))) {
    const operation = follow(document, raw, "")?.value;
    const direction = senderOf(document, operation);
    add(messagesOf(document, operation), direction);
    const reply = follow(document, get(operation, "reply") ?? {}, "")?.value;
    if (isTelling(document, operation, reply)) add(messagesOf(document, reply), direction === "client" ? "server" : "client");
  }
  return senders;
}

/** Who sends the messages of an operation: the document speaks as one side. */
export function senderOf(document: JsonObject, operation: Json | undefined): Direction {
  const perspective = getString(get(document, "x-wirepact"), "perspective") ?? "server";
  const sends = getString(operation, "action") === "send";
  return sends === (perspective === "server") ? "server" : "client";
}

/** Finds operations that name a message which is not there. */
function checkOperations(document: JsonObject, findings: Findings): void {
  for (const [key, raw] of Object.entries(getObject(document, "operations"))) {
    const reply = get(raw, "reply");
    if (reply !== undefined && !isTelling(document, raw, reply)) {
      const text = `the reply of ${quote(key)} does not say which messages answer; list them under messages`;
      findings.error(`/operations/${escapeStep(key)}/reply`, "vague-reply", text);
    }
    for (const [index, reference] of getList(raw, "messages").entries()) {
      if (follow(document, reference, "") !== undefined) continue;
      const place = `/operations/${escapeStep(key)}/messages/${index}/$ref`;
      findings.error(
        place,
        "missing-reference",
        `nothing stands at ${quote(get(reference, "$ref"))}; ${hintOf(document, reference, "check the channel and the message's key in it")}`,
      );
    }
  }
}

/** Whether a reply says which messages answer: it lists them, or has a channel that the operation has not. */
function isTelling(document: JsonObject, operation: Json | undefined, reply: Json | undefined): boolean {
  if (get(reply, "messages") !== undefined) return true;
  const [own, other] = [operation, reply].map((one) => follow(document, get(one, "channel") ?? {}, "")?.pointer);
  return get(reply, "channel") !== undefined && other !== undefined && own !== other;
}

/** Pointers of the messages that an operation or a reply names; of all of its channel's where it names none. */
export function messagesOf(document: JsonObject, operation: Json | undefined): string[] {
  const named =
    get(operation, "messages") === undefined
      ? channelMessages(document, operation)
      : getList(operation, "messages").map((value) => ({ value, pointer: "" }));
  return named.flatMap(({ value, pointer }) => follow(document, value, pointer)?.pointer ?? []);
}

function channelMessages(
  document: JsonObject,
  operation: Json | undefined,
): { readonly value: Json; readonly pointer: string }[] {
  const channel = follow(document, get(operation, "channel") ?? {}, "");
  const messages = Object.entries(getObject(channel?.value, "messages"));
  return messages.map(([key, value]) => ({ value, pointer: `${channel?.pointer}/messages/${escapeStep(key)}` }));
}
