import type { Rule } from "../rule.ts";
import { errorCodeAdded } from "./errorCodeAdded.ts";
import { errorCodeRemoved } from "./errorCodeRemoved.ts";
import { errorMessageChanged } from "./errorMessageChanged.ts";
import { errorPlaceChanged } from "./errorPlaceChanged.ts";
import { errorsAdded } from "./errorsAdded.ts";
import { errorsRemoved } from "./errorsRemoved.ts";
import { errorUseChanged } from "./errorUseChanged.ts";

/** What can change in how failures are told. */
export const errorRules = {
  "errors-added": errorsAdded,
  "errors-removed": errorsRemoved,
  "error-message-changed": errorMessageChanged,
  "error-place-changed": errorPlaceChanged,
  "error-code-added": errorCodeAdded,
  "error-code-removed": errorCodeRemoved,
  "error-use-changed": errorUseChanged,
} as const satisfies Readonly<Record<string, Rule>>;
