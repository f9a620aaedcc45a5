import type { Rule } from "../rule.ts";
import { encodingAdded } from "./encodingAdded.ts";
import { encodingInitialChanged } from "./encodingInitialChanged.ts";
import { encodingRemoved } from "./encodingRemoved.ts";
import { encodingSwitchAdded } from "./encodingSwitchAdded.ts";
import { encodingSwitchChanged } from "./encodingSwitchChanged.ts";
import { encodingSwitchRemoved } from "./encodingSwitchRemoved.ts";

/** What can change in how frames are encoded. */
export const encodingRules = {
  "encoding-added": encodingAdded,
  "encoding-removed": encodingRemoved,
  "encoding-initial-changed": encodingInitialChanged,
  "encoding-switch-added": encodingSwitchAdded,
  "encoding-switch-removed": encodingSwitchRemoved,
  "encoding-switch-changed": encodingSwitchChanged,
} as const satisfies Readonly<Record<string, Rule>>;
