import type { Direction, Encoding } from "@wirepact/runtime";
import type { Json } from "../json.ts";
import type { SessionRule } from "../session/sessionRules.ts";
import type { ReviewRule } from "./reviewRules.ts";

/**
 * Who meets whom while one side is rolled out. Each message is looked at in its own direction inside a meeting, which makes the four
 * questions of a review: what clients send and what servers send, to the side that is older and to the one that is newer.
 */
export const MEETINGS = ["oldClientNewServer", "newClientOldServer"] as const;

/** One of the two meetings. */
export type Meeting = (typeof MEETINGS)[number];

/** What is said of a change, the gravest first. */
export const JUDGEMENTS = ["breaking", "unknown", "risky", "safe"] as const;

/** One of the verdicts. */
export type Judgement = (typeof JUDGEMENTS)[number];

/** What a change touches: frames on the socket, or only source code that is built on the generated package. */
export type Level = "wire" | "types";

/** The two contracts that are compared. */
export const SIDES = ["before", "after"] as const;

/** One of the two contracts. */
export type Side = (typeof SIDES)[number];

/** A frame that its sender's contract allows and its reader's refuses: both were asked. */
export interface Witness {
  readonly meeting: Meeting;
  readonly from: Direction;
  readonly message: string;
  readonly encoding: Encoding;
  /** The whole frame; bytes are written as base64. */
  readonly frame: Json;
  /** JSON Pointers to bytes in the frame, where there are any. */
  readonly bytes?: readonly string[];
  /** JSON Pointer into the frame: where the reader finds its first issue. */
  readonly path: string;
  /** What the reader says of it. */
  readonly text: string;
}

/** A frame of a session, written as that of a {@link Witness} is. */
export interface SessionStep extends Partial<Pick<Witness, "encoding">>, Pick<Witness, "frame" | "bytes"> {
  readonly from: Direction;
}

/** A short session that one contract allows and the other refuses: the monitors of both were asked. */
export interface SessionWitness {
  readonly meeting: Meeting;
  /** Who does what the other side's contract refuses; of what never comes, who owes it. */
  readonly fault: Direction;
  /** The encoding stands where it matters. */
  readonly steps: readonly SessionStep[];
  /** The rule of sessions that is broken, and what is said of it. */
  readonly rule: SessionRule;
  readonly text: string;
}

/** A difference as a rule finds it. */
export interface Finding {
  readonly level: Level;
  /** The message that it is about; null where it is about the connection as a whole. */
  readonly message: string | null;
  /** Further messages of which the very same is to be said. */
  readonly alsoIn?: readonly string[];
  /** Who sends the message. */
  readonly from: readonly Direction[];
  /** JSON Pointer into the document of `side`. */
  readonly pointer: string;
  /** The contract in which the thing stands: the new one, unless it is gone. */
  readonly side: Side;
  /** What changed, as one sentence without a full stop. */
  readonly text: string;
  /** What becomes of frames. */
  readonly meetings: Readonly<Record<Meeting, Judgement>>;
  /** What becomes of source code that is built on the generated package, where anything does. */
  readonly code?: Judgement;
  readonly witness?: Witness;
  /** Frames that are each as they should be, and together are not. */
  readonly session?: SessionWitness;
  /** What makes it certain where nothing of a frame does: a port at which nobody listens needs no frame to break. */
  readonly proof?: string;
  /** Why it is judged so, where that does not go without saying. */
  readonly reason?: string;
  /** What it asks of the version, where that is more than its judgement does. */
  readonly step?: "major";
  /** Names, values and prints of schemas that make this change this one: no positions, nothing that changes with something else. */
  readonly identity: readonly Json[];
}

/** Somebody who lets a change pass, and why. */
export interface Consent {
  readonly by: string;
  readonly reason: string;
  /** The last day on which it counts, as `2027-01-31`. */
  readonly until?: string;
}

/** A difference between two contracts, judged. */
export interface Change extends Finding {
  readonly rule: ReviewRule;
  /** The worst of the meetings; at the level `types`, of what is said of code, too. */
  readonly judgement: Judgement;
  /** Stays the same as long as this change does. */
  readonly fingerprint: string;
  /** There where somebody let it pass. */
  readonly approved?: Consent;
}
