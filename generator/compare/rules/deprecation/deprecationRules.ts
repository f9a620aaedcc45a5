import type { Rule } from "../rule.ts";
import { deprecationAdded } from "./deprecationAdded.ts";
import { deprecationWithdrawn } from "./deprecationWithdrawn.ts";
import { fieldDeprecationAdded } from "./fieldDeprecationAdded.ts";
import { fieldDeprecationWithdrawn } from "./fieldDeprecationWithdrawn.ts";
import { sunsetChanged } from "./sunsetChanged.ts";

/** Rules about the notice that is given before something is removed. */
export const deprecationRules = {
  "deprecation-added": deprecationAdded,
  "deprecation-withdrawn": deprecationWithdrawn,
  "sunset-changed": sunsetChanged,
  "field-deprecation-added": fieldDeprecationAdded,
  "field-deprecation-withdrawn": fieldDeprecationWithdrawn,
} as const satisfies Readonly<Record<string, Rule>>;
