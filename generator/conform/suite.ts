import type { ConformCase } from "./conformCase.ts";

/** All that an implementation is held against, and the implementation itself where it is ours to start and end. */
export interface Suite {
  readonly cases: readonly ConformCase[];
  /** What is to be known of the run beside its results, told at its end. */
  readonly notes: () => readonly string[];
  /** Ends whatever was started. */
  readonly close: () => Promise<void>;
}

/** A suite whose cases end when it is closed. */
export function closable(cases: readonly ConformCase[], notes: Suite["notes"] = () => []): Suite {
  const closing = new AbortController();
  const within = (signal: AbortSignal) => AbortSignal.any([signal, closing.signal]);
  return {
    cases: cases.map((one) => ({ ...one, run: (signal) => one.run(within(signal)) })),
    notes,
    close: async () => closing.abort("until it was interrupted"),
  };
}
