import type { Edit } from "../edits.ts";

/** What is done to which session of the document, and the rules that are broken: `PLACE RULE POINTER`. */
export type Case = readonly [what: string, scenario: string, edit: Edit, broken: readonly string[]];
