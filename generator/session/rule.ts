import type { Heard, Misheard } from "./heard.ts";
import type { NamedKeys } from "./namedKeys.ts";
import type { OpenRequests } from "./openRequests.ts";
import type { SessionPlan } from "./sessionPlan.ts";
import type { Owing, Violation } from "./verdict.ts";

/** What the rules of one session share. */
export interface SessionState {
  readonly plan: SessionPlan;
  readonly requests: OpenRequests;
  readonly named: NamedKeys;
}

/** One rule that follows one session. */
export interface Rule {
  /** Judges a message, and takes note of it. */
  readonly hear: (heard: Heard) => readonly Violation[];
  /** Judges a frame that is no message of its side. */
  readonly mishear?: (misheard: Misheard) => readonly Violation[];
  /** What is still owed when the session ends. */
  readonly end?: () => readonly Owing[];
  /** How many things it keeps. */
  readonly retained: () => number;
}

/** A rule keeps nothing. */
export const NOTHING = (): number => 0;
