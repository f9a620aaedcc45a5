import { type Direction, readPointer } from "@wirepact/runtime";
import { isObject, type Json, type JsonObject } from "../json.ts";
import type { Contract, Message } from "../model/contract.ts";
import { Outlines } from "./outlines.ts";
import { payloadPlace } from "./payloadPlace.ts";
import { shownParts } from "./shownParts.ts";

/** A property of a sample that no schema describes. */
export interface Stranger {
  /** JSON Pointer in the document. */
  readonly pointer: string;
  readonly name: string;
  readonly message: string;
  /** The properties that are described where it stands. */
  readonly known: readonly string[];
}

/** What the examples of messages and the frames of scenarios show of the contract. */
export interface Samples {
  /** JSON Pointers of the schemas that some value in a sample was read by. */
  readonly shown: ReadonlySet<string>;
  /** Names of the messages of which there is a sample. */
  readonly messages: ReadonlySet<string>;
  readonly strangers: readonly Stranger[];
}

interface Sample {
  readonly message: Message;
  readonly frame: Json;
  readonly pointer: string;
}

/** Reads every sample by the schema of its message. */
export function readSamples(contract: Contract): Samples {
  const shown = new Set<string>();
  const strangers: Stranger[] = [];
  const samples = [...samplesOf(contract)];
  const outlines = new Outlines(contract.document);
  for (const { message, frame, pointer } of samples) {
    const payload = payloadPlace(contract, message);
    if (payload === undefined) continue;
    const isEvent = contract.transport === "socketio";
    const data = isEvent ? readPointer(frame, "/data") : { found: true, value: frame };
    if (!data.found) continue;
    // The frame is JSON, and so is its part.
    const strange = shownParts(payload, data.value as Json, shown, outlines);
    const place = isEvent && !pointer.endsWith("/payload") ? `${pointer}/data` : pointer;
    for (const { path, name, known } of strange) {
      strangers.push({ pointer: `${place}${path}`, name, message: message.name, known });
    }
  }
  return { shown, messages: new Set(samples.map(({ message }) => message.name)), strangers };
}

function* samplesOf(contract: Contract): Generator<Sample> {
  for (const message of contract.messages) {
    for (const [index, frame] of message.examples.entries())
      yield { message, frame, pointer: `${message.pointer}/examples/${index}/payload` };
  }
  for (const [number, { steps }] of contract.session.scenarios.entries()) {
    for (const [step, { from, frame }] of steps.entries()) {
      const message = messageOf(contract, from, frame);
      if (message !== undefined) yield { message, frame, pointer: `/x-wirepact/scenarios/${number}/steps/${step}/frame` };
    }
  }
}

/** The message that a frame of a sound contract is. */
function messageOf({ messages, shapes }: Contract, from: Direction, frame: Json): Message | undefined {
  const sent = messages.filter((message) => message.from.includes(from));
  const told = sent.find(({ match }) => {
    if (match.kind === "shape") return false;
    const reading = readPointer(frame, match.pointer);
    return reading.found && [match.value, ...(match.others ?? [])].some((one) => one === reading.value);
  });
  return told ?? shapes.flatMap((name) => sent.find((one) => one.name === name) ?? []).find((one) => hasShape(one, frame));
}

function hasShape({ match }: Message, frame: Json): boolean {
  return match.kind === "shape" && isObject(frame) && match.required.every((name) => hasOwn(frame, name));
}

function hasOwn(value: JsonObject, name: string): boolean {
  return Object.hasOwn(value, name);
}
