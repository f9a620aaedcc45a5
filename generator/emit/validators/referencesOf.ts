import { isList, isObject, type Json } from "../../json.ts";
import { keywords } from "../../model/keywords.ts";

/** The validators that a lowered schema calls, each once, in order. */
export function referencesOf(lowered: Json): string[] {
  return [...new Set(find(lowered))];
}

function* find(lowered: Json): Generator<string> {
  if (!isObject(lowered)) return;
  for (const [key, held] of Object.entries(lowered)) {
    if (key === "reference" && typeof held === "string") yield held;
    const holds = key === "switch" ? "schemas" : key === "attempt" ? "schema" : (keywords.get(key)?.holds ?? "value");
    if (holds === "value") continue;
    if (isList(held)) for (const item of held) yield* find(item);
    else if (holds === "schemaMap" && isObject(held)) for (const item of Object.values(held)) yield* find(item);
    else yield* find(held);
  }
}
