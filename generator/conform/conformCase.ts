import type { Verdict } from "./verdict.ts";

/** One thing that an implementation is held against. */
export interface ConformCase {
  /** Its name, made of names of the contract: what lists of known failures name. */
  readonly id: string;
  /** What it asks for, for people. */
  readonly title: string;
  /** Asks only whether the implementation takes part: passing it shows nothing of the protocol. */
  readonly isPreliminary?: true;
  /**
   * Finds the verdict. When the time of the case is over, `signal` aborts, with `within 5000 ms` as its reason: it then says at
   * once what it was waiting for.
   */
  readonly run: (signal: AbortSignal) => Promise<Verdict>;
}
