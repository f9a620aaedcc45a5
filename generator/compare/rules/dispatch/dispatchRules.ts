import type { Rule } from "../rule.ts";
import { discriminatorsChanged } from "./discriminatorsChanged.ts";
import { messageBodyChanged } from "./messageBodyChanged.ts";
import { messageToldOtherwise } from "./messageToldOtherwise.ts";
import { messageVariantsChanged } from "./messageVariantsChanged.ts";
import { shapesReordered } from "./shapesReordered.ts";

/** What can change in how frames are told apart. */
export const dispatchRules = {
  "discriminators-changed": discriminatorsChanged,
  "message-told-otherwise": messageToldOtherwise,
  "shapes-reordered": shapesReordered,
  "message-body-changed": messageBodyChanged,
  "message-variants-changed": messageVariantsChanged,
} as const satisfies Readonly<Record<string, Rule>>;
