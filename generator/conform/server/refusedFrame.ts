import { readPointer } from "@wirepact/runtime";
import { deriveFixtures } from "../../fixtures/deriveFixtures.ts";
import { type DecodeFixture, type FrameFixture, isAboutOneFrame } from "../../fixtures/fixture.ts";
import type { Json } from "../../json.ts";
import type { Contract } from "../../model/contract.ts";
import { exampleOf } from "../wire/exampleOf.ts";
import type { Wire } from "../wire/peer.ts";
import { canTravel, type Encode } from "../wire/wire.ts";
import { filled, type Given } from "./given.ts";
import type { Stage } from "./stage.ts";

/** A frame that no client may send. */
export interface RefusedFrame {
  /** Its name within the protocol. */
  readonly name: string;
  readonly wire: Wire;
  /** The decoded frame; undefined where it is none. */
  readonly meant: Json | undefined;
  /** The message that it claims to be; null where it is none. */
  readonly message: string | null;
  /** The rule that it breaks: the code of a fixture, or `opcode`, where the frame is all right but travels wrongly. */
  readonly code: string | undefined;
  /** Where it breaks it. */
  readonly path: string;
  readonly reason: string;
  /** Whether it names a message, though none that a client sends: then it is that, and nothing else, that is wrong with it. */
  readonly namesAnother: boolean;
}

/** The frames of a contract that a server must refuse: of all alike one, unless all are asked for. */
export function refusedFrames({ contract, encode, given }: Stage, isAll: boolean): RefusedFrame[] {
  const { messages, wire } = deriveFixtures(contract);
  const all = [...[...messages.values()].flatMap(({ fixtures }) => fixtures), ...wire.fixtures];
  const refused = all.filter(isAboutOneFrame).filter(({ from, verdict }) => from === "client" && !verdict.ok);
  const frames = [...refused.flatMap((fixture) => frameOf(contract, encode, given, fixture)), ...inWrongFrames(contract, given)];
  return isAll ? frames : oneOfEach(frames);
}

/** Frames are alike where they break the same rule of the same message. Of these one is chosen at a place that no other message has shown. */
function oneOfEach(frames: readonly RefusedFrame[]): RefusedFrame[] {
  const shown = new Set<string>();
  return sorted(frames).map((alike) => {
    const chosen = alike.find((frame) => !shown.has(placeOf(frame))) ?? alike[0];
    shown.add(placeOf(chosen));
    return chosen;
  });
}

/** Frames that are alike, beside one another. */
function sorted(frames: readonly RefusedFrame[]): [RefusedFrame, ...RefusedFrame[]][] {
  const sorts = new Map<string, [RefusedFrame, ...RefusedFrame[]]>();
  for (const frame of frames) {
    const alike = sorts.get(sortOf(frame));
    if (alike === undefined) sorts.set(sortOf(frame), [frame]);
    else alike.push(frame);
  }
  return [...sorts.values()];
}

function sortOf(frame: RefusedFrame): string {
  const subject = isNone(frame) ? `${frame.namesAnother}` : `${frame.message}`;
  return `${subject} ${frame.code} ${frame.meant === undefined ? frame.wire.kind : ""}`;
}

/** The rule and the place of its breach, whatever the message. */
function placeOf({ code, path }: RefusedFrame): string {
  return `${code} ${path}`;
}

/** Whether a frame breaks no schema, but is none. */
export function isNone({ code }: { readonly code?: string | undefined }): boolean {
  return code === "wrong-direction" || code === "unknown-message";
}

/** A reason as a clause of its own: those of fixtures may say what a frame is, and leave out that it is the frame. */
export function clauseOf(reason: string): string {
  return reason.startsWith("is ") ? `it ${reason}` : reason;
}

/** What is to be refused, in words. */
export function titleOf({ message, reason }: Pick<RefusedFrame, "message" | "reason">): string {
  const subject = message === null ? "a frame" : `a frame of ${message}`;
  return reason.startsWith("is ") ? `refuses ${subject} that ${reason}` : `refuses ${subject}: ${reason}`;
}

function frameOf(contract: Contract, encode: Encode, given: Given, fixture: FrameFixture | DecodeFixture): RefusedFrame[] {
  const { verdict, reason } = fixture;
  const name = fixture.id.slice(contract.protocol.length + 1);
  if (verdict.ok) return [];
  const { message, code, path } = verdict;
  if (fixture.kind === "decode")
    return [{ name, wire: wireOf(fixture), meant: undefined, message, code, path, reason, namesAnother: false }];
  if (!canTravel(contract.transport, fixture.frame)) return [];
  const meant = filled(fixture.frame, given, path);
  const told = readPointer(meant, path);
  const namesAnother = isNone(verdict) && told.found && typeof told.value === "string";
  return [{ name, wire: encode(meant, contract.encodings.initial, message), meant, message, code, path, reason, namesAnother }];
}

function wireOf({ encoding, text = "", hex = "" }: DecodeFixture): Wire {
  return encoding === "json" ? { kind: "text", text } : { kind: "bytes", bytes: Buffer.from(hex, "hex") };
}

/** A legal frame in a kind of WebSocket frame that has no such thing: JSON as bytes. One that would surely be answered. */
function inWrongFrames(contract: Contract, given: Given): RefusedFrame[] {
  const { session, replies, transport } = contract;
  const pings = session.heartbeat?.from.includes("client") ? [session.heartbeat.ping] : [];
  const asked = [...pings, ...replies.map(({ request }) => request)];
  const message = asked.find((name) => exampleOf(contract, name, "minimal") !== undefined);
  const frame = exampleOf(contract, message ?? "", "minimal");
  if (transport !== "websocket" || message === undefined || frame === undefined) return [];
  const meant = filled(frame, given);
  const wire: Wire = { kind: "bytes", bytes: Buffer.from(JSON.stringify(meant)) };
  const reason = `a ${message} in JSON travels as text, not as bytes`;
  return [{ name: "wire/client/json-as-bytes", wire, meant, message, code: "opcode", path: "", reason, namesAnother: false }];
}
