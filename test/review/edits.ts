import { escapeStep } from "@wirepact/runtime";
import { isList, isObject, type Json, type JsonObject } from "../../generator/json.ts";

/** A document in which one thing is gone, or another one. */
export interface Edit {
  /** Where, and what was done, such as `delete /x-wirepact/opening`. */
  readonly name: string;
  readonly document: JsonObject;
}

/** What is looked into by others, or is for people alone: it goes as a whole, and is not looked into. */
const WHOLE = new Set([
  "payload",
  "examples",
  "scenarios",
  "notes",
  "response",
  "example",
  "schemas",
  "settings",
  "info",
  "tags",
]);

/** A document with each of its things taken away, one at a time, and each of its words and numbers put otherwise. */
export function* editsOf(document: JsonObject, words: readonly string[]): Iterable<Edit> {
  for (const steps of placesIn(document, [])) {
    const pointer = steps.map((step) => `/${escapeStep(String(step))}`).join("");
    yield { name: `delete ${pointer}`, document: edited(document, steps, undefined) };
    for (const other of othersFor(at(document, steps), words)) {
      yield { name: `${pointer} = ${JSON.stringify(other)}`, document: edited(document, steps, other) };
    }
  }
}

type Steps = readonly (string | number)[];

function* placesIn(value: Json, steps: Steps): Iterable<Steps> {
  const inner = isList(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  for (const [key, held] of inner) {
    const here = [...steps, key];
    yield here;
    if (!WHOLE.has(String(key))) yield* placesIn(held, here);
  }
}

function at(value: Json, steps: Steps): Json {
  // The steps come from the value itself.
  return steps.reduce<Json>((held, step) => (held as Readonly<Record<string | number, Json>>)[step] as Json, value);
}

/** Other values that may stand in a place: names of the contract where one stands there, or else something like it. */
function othersFor(value: Json, words: readonly string[]): Json[] {
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") return [value + 1];
  if (typeof value !== "string" || value.startsWith("#/")) return [];
  const index = words.indexOf(value);
  return index === -1 ? [`${value}2`] : [words[(index + 1) % words.length] ?? "", words[(index + 2) % words.length] ?? ""];
}

/** The document in which one place has another value, or none. */
function edited(value: JsonObject, steps: Steps, other: Json | undefined): JsonObject {
  // Whatever is put inside, an object stays an object.
  return put(value, steps, other) as JsonObject;
}

function put(value: Json, [step, ...rest]: Steps, other: Json | undefined): Json {
  const next = (held: Json): Json[] => (rest.length > 0 ? [put(held, rest, other)] : other === undefined ? [] : [other]);
  if (isList(value)) return value.flatMap((held, index) => (index === step ? next(held) : [held]));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, held]) => (key === step ? next(held).map((one) => [key, one]) : [[key, held]])),
  );
}
