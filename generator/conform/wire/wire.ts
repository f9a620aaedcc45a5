import type { Encoding } from "@wirepact/runtime";
import { Judge } from "../../fixtures/judge.ts";
import { encodeFrame, SMALLEST } from "../../fixtures/msgpackBytes.ts";
import { get, getString, isObject, type Json } from "../../json.ts";
import type { Contract } from "../../model/contract.ts";
import { RESERVED_EVENTS } from "../../model/reserved.ts";
import type { Wire } from "./peer.ts";

/** Puts a frame of JSON on the wire; base64 stands for bytes where `message` has them. */
export type Encode = (frame: Json, encoding: Encoding, message: string | null) => Wire;

/** Encodes frames of a contract for its transport. It shares no code with the stubs. */
export function encoderOf({ transport, messages, document }: Contract): Encode {
  const judge = new Judge(document);
  const schemas = new Map(messages.map(({ name, frame }) => [name, frame]));
  return (frame, encoding, message) => {
    if (transport === "socketio") return eventOf(frame);
    if (encoding === "json") return { kind: "text", text: JSON.stringify(frame) };
    const bytes = new Set(judge.bytesIn(schemas.get(message ?? "") ?? true, frame));
    return { kind: "bytes", bytes: encodeFrame(frame, bytes, SMALLEST) };
  };
}

/** Whether a frame can be sent over a transport at all, whatever it says. */
export function canTravel(transport: Contract["transport"], frame: Json): boolean {
  if (transport === "websocket") return true;
  const event = getString(frame, "event");
  if (event === undefined || RESERVED_EVENTS.has(event) || !isObject(frame)) return false;
  return Object.keys(frame).every((name) => name === "event" || name === "data");
}

function eventOf(frame: Json): Wire {
  const data = get(frame, "data");
  return { kind: "event", event: getString(frame, "event") ?? "", values: data === undefined ? [] : [data] };
}
