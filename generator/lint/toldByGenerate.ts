import type { DiagnosticCode } from "../catalogue.ts";

/** What `generate` warns of and `lint` tells with the rest: settings may give these another level, too. */
export const TOLD_BY_GENERATE: readonly DiagnosticCode[] = [
  "bad-extension",
  "impossible-schema",
  "not-carried",
  "overlapping-shapes",
  "several-endpoints",
  "slow-pattern",
  "unenforced-keyword",
  "unsent-message",
];
