import type { Rule } from "../rule.ts";
import { methodRenamed } from "./methodRenamed.ts";
import { typeNameAdded } from "./typeNameAdded.ts";
import { typeNameRemoved } from "./typeNameRemoved.ts";
import { typeRenamed } from "./typeRenamed.ts";

/** What can change in source code on a package while frames stay as they are. */
export const sourceRules = {
  "type-name-added": typeNameAdded,
  "type-name-removed": typeNameRemoved,
  "type-renamed": typeRenamed,
  "message-method-renamed": methodRenamed,
} as const satisfies Readonly<Record<string, Rule>>;
