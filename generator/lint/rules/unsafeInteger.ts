import { get, getList, type Json } from "../../json.ts";
import { shownPlace } from "../place.ts";
import type { LintRule } from "../rule.ts";

const BOUNDS = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "const", "default"];

/** An integer survives JavaScript. */
export const unsafeInteger: LintRule = {
  level: "warning",
  title: "An integer that JavaScript rounds",
  explanation:
    "JSON has no largest number, JavaScript has: beyond 9007199254740991 (2^53 - 1) neighbours become one, silently, in every browser and in Node, and what such a bound says is already rounded in the contract. Carry such ids and amounts as strings of digits with a pattern.",
  *check({ places }) {
    for (const place of places) {
      const { schema } = place;
      const format = get(schema, "format");
      const bound = BOUNDS.find((name) => isUnsafe(get(schema, name)));
      const isListed = getList(schema, "enum").some(isUnsafe);
      const reason = bound ?? (isListed ? "enum" : isWide(format) ? "format" : undefined);
      if (reason === undefined) continue;
      yield {
        pointer: `${place.pointer}/${reason}`,
        text: `${shownPlace(place)} may hold integers beyond 2^53 (${reason}), which JavaScript rounds; carry it as a string of digits`,
      };
    }
  },
};

function isUnsafe(value: Json | undefined): boolean {
  return typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value);
}

function isWide(format: Json | undefined): boolean {
  return format === "int64" || format === "uint64";
}
