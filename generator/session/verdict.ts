import type { Issue } from "@wirepact/runtime";
import type { SessionRule } from "./sessionRules.ts";

/** Where the document states a rule. */
export interface Place {
  /** JSON Pointer into the AsyncAPI document. */
  readonly pointer: string;
  /** Where the protocol's own document has it, as its contract says. */
  readonly source?: string;
}

/** One rule, broken by one frame. */
export interface Violation {
  readonly rule: SessionRule;
  readonly at: Place;
  /** What the rule asks for, with what was there instead. */
  readonly text: string;
  /** The frame that broke it, counted from 1; of what never came, the frame that called for it. */
  readonly number: number;
}

/** What never came, and the message that called for it. */
export interface Owing extends Violation {
  readonly message: string;
}

/** What is said of one frame: the message that it is, or the rules that it breaks, the gravest first. */
export type Verdict = { readonly ok: true; readonly message: string } | Refusal;

/** What is said of a frame that breaks a rule, or of what never came. */
export interface Refusal extends Violation {
  readonly ok: false;
  /** The message, or null where the frame is none that the contract knows. */
  readonly message: string | null;
  /** What is wrong inside the frame; empty where the frame itself is as it should be. */
  readonly errors: readonly Issue[];
  /** All rules that it breaks: the one above, and any others. */
  readonly violations: readonly Violation[];
}

/** A verdict from what the rules found; of none, that all is well. */
export function verdictOf(message: string | null, [first, ...others]: readonly Violation[], errors: readonly Issue[]): Verdict {
  if (first === undefined) return { ok: true, message: message ?? "" };
  return { ok: false, message, ...first, errors, violations: [first, ...others] };
}

/** What is said of something that never came. */
export function refusalOf({ message, ...violation }: Owing): Refusal {
  return { ok: false, message, ...violation, errors: [], violations: [violation] };
}
