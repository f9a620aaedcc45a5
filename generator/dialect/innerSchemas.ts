import { escapeStep } from "@wirepact/runtime";
import { isList, isObject, type Json } from "../json.ts";
import { keywords } from "../model/keywords.ts";

/** What a keyword of draft-07 holds, with each schema in it changed; `step` is where that stands below the keyword. */
export function withInner(name: string, held: Json, change: (inner: Json, step: string) => Json): Json {
  const holds = keywords.get(name)?.holds ?? "value";
  if (holds === "value") return held;
  if (holds === "schemaMap") {
    const entries = Object.entries(isObject(held) ? held : {});
    return isObject(held) ? Object.fromEntries(entries.map(([key, inner]) => [key, change(inner, `/${escapeStep(key)}`)])) : held;
  }
  if (isList(held)) return holds === "schema" ? held : held.map((inner, index) => change(inner, `/${index}`));
  return change(held, "");
}
