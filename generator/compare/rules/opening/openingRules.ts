import type { Rule } from "../rule.ts";
import { openingAdded } from "./openingAdded.ts";
import { openingChanged } from "./openingChanged.ts";
import { openingRemoved } from "./openingRemoved.ts";

/** What can change in the opening message. */
export const openingRules = {
  "opening-added": openingAdded,
  "opening-removed": openingRemoved,
  "opening-changed": openingChanged,
} as const satisfies Readonly<Record<string, Rule>>;
