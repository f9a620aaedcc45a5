import type { Direction, Encoding } from "@wirepact/runtime";
import type { NamedFrame } from "@wirepact/runtime/laws";
import type { Settlement } from "./openRequests.ts";

/** A frame of a session that is a message of its side, as the rules get it. */
export interface Heard extends NamedFrame {
  readonly from: Direction;
  /** Its place among the frames of the session, counted from 1. */
  readonly number: number;
  /** How it travelled, where that is known. */
  readonly encoding: Encoding | undefined;
  /** Whether it matches its schema. */
  readonly isWhole: boolean;
  /** The request that it answers. */
  readonly settlement: Settlement;
}

/** A frame that is no message of its side, or not even a frame. */
export interface Misheard {
  readonly from: Direction;
  readonly number: number;
  readonly encoding: Encoding | undefined;
}

/** The side that a side talks to. */
export function otherSide(side: Direction): Direction {
  return side === "client" ? "server" : "client";
}
