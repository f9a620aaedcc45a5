import type { ConformCase } from "./conformCase.ts";

/** All that an implementation is held against, and the implementation itself where it is ours to start and end. */
export interface Suite {
  readonly cases: readonly ConformCase[];
  /** What is to be known of the run beside its results, told at its end. */
  readonly notes: () => readonly string[];
  /** Ends whatever was started. */
  readonly close: () => Promise<void>;
}
