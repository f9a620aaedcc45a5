import { isObject, type Json } from "../../json.ts";
import { type Keyword, keywords } from "../../model/keywords.ts";
import { subschemas } from "../../model/subschemas.ts";

/** The validators that a lowered schema calls, each once, in order. */
export function referencesOf(lowered: Json): string[] {
  return [...new Set(find(lowered))];
}

/** Keywords of ours that hold schemas. */
const LOWERED: ReadonlyMap<string, Keyword> = new Map([
  ["switch", { holds: "schemas" }],
  ["attempt", { holds: "schema" }],
]);

function* find(lowered: Json): Generator<string> {
  if (!isObject(lowered)) return;
  for (const [key, held] of Object.entries(lowered)) {
    if (key === "reference" && typeof held === "string") yield held;
    const keyword = LOWERED.get(key) ?? keywords.get(key);
    for (const [, inner] of keyword === undefined ? [] : subschemas(keyword, held)) yield* find(inner);
  }
}
