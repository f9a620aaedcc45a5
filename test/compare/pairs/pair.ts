import type { Json, JsonObject } from "../../../generator/json.ts";

/** What the first schema of a pair is to the second, as a set of values. */
export type Relation = "same" | "narrower" | "wider" | "other";

/** Two schemas, and what they are to each other; and the documents that their references lead into. */
export type Pair = readonly [
  name: string,
  a: Json,
  b: Json,
  relation: Relation,
  documents?: { readonly a: JsonObject; readonly b: JsonObject },
];
