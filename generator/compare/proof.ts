import type { Direction, Encoding, ParseResult } from "@wirepact/runtime";
import type { Json } from "../json.ts";
import type { Contract, Message } from "../model/contract.ts";
import type { FrameReader } from "../monitor/frameReader.ts";
import { createFrameReaderOnDemand, type FrameReaderOnDemand } from "../monitor/frameReaderOnDemand.ts";
import type { Meeting, Side, Witness } from "./change.ts";
import { carried } from "./inJson.ts";
import { include } from "./schema/include.ts";

/** A frame that a contract allows, as it travels. */
export interface SentFrame {
  readonly message: string;
  readonly from: Direction;
  readonly frame: Json;
  readonly encoding: Encoding;
}

/** Whether a message has a frame of some kind; left open where none is found, and none ruled out. */
export type Instance =
  | { readonly kind: "frame"; readonly sent: SentFrame }
  | { readonly kind: "none" }
  | { readonly kind: "open" };

/** What the reader of a frame makes of it. */
export type Reading = ParseResult<unknown>;

/** Asks the validators and readers of two contracts. Nothing is compiled before it is asked about. */
export class Proof {
  readonly #contracts: Readonly<Record<Side, Contract>>;
  readonly #readers: Readonly<Record<Side, FrameReaderOnDemand>>;

  constructor(before: Contract, after: Contract) {
    this.#contracts = { before, after };
    this.#readers = { before: createFrameReaderOnDemand(before), after: createFrameReaderOnDemand(after) };
  }

  /** Some frame of a message that its own contract allows: its first example, or the smallest that is found. */
  instanceOf(side: Side, message: Message, from: Direction): SentFrame | undefined {
    const contract = this.#contracts[side];
    const [encoding = "json"] = encodingsOf(contract);
    const sent = (frame: Json): SentFrame => ({ message: message.name, from, frame, encoding });
    const examples = message.examples.map((example) => sent(this.#travelling(side, from, example, encoding)));
    const example = examples.find((frame) => this.isSent(side, frame));
    if (example !== undefined) return example;
    const found = this.instanceWith(side, message, from, []);
    return found.kind === "frame" ? found.sent : undefined;
  }

  /** The same of frames that keep some demands; or that there is none, where that was proved. */
  instanceWith(side: Side, message: Message, from: Direction, demands: readonly Json[]): Instance {
    const contract = this.#contracts[side];
    const [encoding = "json"] = encodingsOf(contract);
    const schema = { document: contract.document, schema: message.frame };
    const unwanted = { document: {}, schema: { not: { allOf: [true, ...demands] } } };
    const found = include(schema, unwanted, undefined, "described", encoding);
    if (found.kind === "included") return { kind: "none" };
    const sent = found.kind === "witness" ? { message: message.name, from, frame: found.value, encoding } : undefined;
    return sent !== undefined && this.isSent(side, sent) ? { kind: "frame", sent } : { kind: "open" };
  }

  /** An example as it travels: examples are JSON, and MessagePack has bytes where that has base64. */
  #travelling(side: Side, from: Direction, example: Json, encoding: Encoding): Json {
    const reading = encoding === "json" ? undefined : this.#readers[side].read[from](example);
    // What validators read is what came, with bytes for base64.
    return reading?.ok === true ? (reading.value as Json) : example;
  }

  /** Whether the stubs of a contract would send a frame, as this message. */
  isSent(side: Side, { message, from, frame, encoding }: SentFrame): boolean {
    const { read, check } = this.#readers[side];
    const reading = read[from](frame, encoding);
    if (!reading.ok || reading.message !== message) return false;
    const checked = check[from](reading.value);
    return checked.ok && checked.message === message;
  }

  /** What a contract makes of a frame that comes. */
  read(side: Side, { from, frame, encoding }: SentFrame): Reading {
    return this.#readers[side].read[from](frame, encoding);
  }

  /** Reads frames as a side does. */
  reader(side: Side): FrameReader {
    return this.#readers[side].read;
  }

  /**
   * The frame as a witness: where its sender's contract allows it and its reader's refuses it; undefined where it does not. Of several
   * things that its reader finds wrong, the one at `path` is told.
   */
  witness(meeting: Meeting, sent: SentFrame, path?: string): Witness | undefined {
    const sender = senderIn(meeting, sent.from);
    if (!this.isSent(sender, sent)) return undefined;
    const reading = this.read(other(sender), sent);
    if (reading.ok) return undefined;
    const { message, from, encoding, frame } = sent;
    const { issues } = reading.error;
    const issue = issues.find((one) => one.path === path) ?? issues[0];
    return {
      meeting,
      from,
      message,
      encoding,
      ...carried(frame),
      path: issue?.path ?? "",
      text:
        issue === undefined ? reading.error.summary : `${issue.text}${issue.value === undefined ? "" : `, got ${issue.value}`}`,
    };
  }
}

/** Whose contract the sender of a frame has. */
export function senderIn(meeting: Meeting, from: Direction): Side {
  const isOld = (meeting === "oldClientNewServer") === (from === "client");
  return isOld ? "before" : "after";
}

/** The meeting in which a side of this contract does something to one of the other. */
export function meetingOf(side: Side, from: Direction): Meeting {
  return (side === "before") === (from === "client") ? "oldClientNewServer" : "newClientOldServer";
}

/** The other of the two contracts. */
export function other(side: Side): Side {
  return side === "before" ? "after" : "before";
}

/** The encodings that a protocol speaks, the one that it begins with first. */
export function encodingsOf({ encodings: { text, binary, initial } }: Contract): Encoding[] {
  const spoken = [text, binary].filter((encoding) => encoding !== null);
  return [...new Set(spoken.includes(initial) ? [initial, ...spoken] : spoken)];
}
