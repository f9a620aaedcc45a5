import { get, getList, type Json } from "../../json.ts";
import { shownPlace } from "../place.ts";
import type { LintRule } from "../rule.ts";

const BOUNDS = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "const", "default"];

/** An integer survives JavaScript. */
export const unsafeInteger: LintRule = {
  level: "warning",
  title: "An integer that JavaScript rounds",
  explanation:
    "JSON has no largest number, JavaScript has: beyond 9007199254740991 (2^53 - 1) neighbours become one, silently, in every browser and in Node, and what such a bound says is already rounded in the contract. Readers refuse what `int64` does not hold exactly: an id of another peer that is larger ends the message. Carry such ids and amounts as strings of digits with a pattern.",
  *check({ places }) {
    for (const place of places) {
      const word = wordOf(place.schema);
      if (word === undefined) continue;
      yield { pointer: `${place.pointer}/${word}`, text: `${shownPlace(place)} ${saidOf(word)}` };
    }
  },
};

/** The word of a schema that says that its integers are not all safe. */
function wordOf(schema: Json): string | undefined {
  const bound = BOUNDS.find((name) => isUnsafe(get(schema, name)));
  if (bound !== undefined) return bound;
  if (getList(schema, "enum").some(isUnsafe)) return "enum";
  const isHeld = isSafe(get(schema, "minimum")) && isSafe(get(schema, "maximum"));
  return get(schema, "format") === "int64" && !isHeld ? "format" : undefined;
}

function saidOf(word: string): string {
  if (word === "format")
    return "is called int64, and readers refuse integers beyond 2^53 - 1, which JavaScript rounds and other peers may send; carry it as a string of digits, or bound it";
  return `may hold integers beyond 2^53 (${word}), which JavaScript rounds; carry it as a string of digits`;
}

function isSafe(value: Json | undefined): boolean {
  return typeof value === "number" && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}

function isUnsafe(value: Json | undefined): boolean {
  return typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value);
}
