import { get, getString, isList, type Json } from "../../json.ts";
import { follow } from "../../reference.ts";
import { wordsOf } from "../casing.ts";
import { type Place, shownPlace } from "../place.ts";
import type { LintRule } from "../rule.ts";

const TIMES: ReadonlySet<string> = new Set(["timestamp", "ts", "datetime"]);
const UNITS = /\b(?:unix|epoch|seconds?|secs?|millis(?:econds?)?|ms|microseconds?|nanoseconds?|1970)\b/i;

/** A point in time says how it is written. */
export const timestampWithoutFormat: LintRule = {
  level: "warning",
  title: "A point in time that does not say how it is written",
  explanation:
    "A `timestamp` or `created_at` of `type: string` may be anything, and each end guesses: give it `format: date-time` (with an offset) or `iso-date-time`. As a number, say in the name or the description whether it counts seconds or milliseconds since 1970: a factor of 1000 is the commonest bug of all. Fields are known by the words timestamp, ts, datetime, and `at` at the end.",
  *check({ contract, places }) {
    for (const place of places) {
      if (place.property === null || !isTime(place.property.name)) continue;
      const target = follow(contract.document, place.schema, place.pointer);
      const advice = adviceOf(place, target?.value ?? true);
      if (target === undefined || advice === undefined || contract.discriminators.server.includes(place.path)) continue;
      const text = `${shownPlace(place)} is a point in time by its name, and does not say how it is written; ${advice}`;
      yield { pointer: place.pointer, text, ...(target.pointer === place.pointer ? {} : { fault: target.pointer }) };
    }
  },
};

function isTime(name: string): boolean {
  const words = wordsOf(name);
  return words.some((word) => TIMES.has(word)) || (words.length > 1 && words.at(-1) === "at");
}

function adviceOf({ schema, property }: Place, target: Json): string | undefined {
  const type = soleType(target);
  if (["enum", "const", "pattern", "format"].some((name) => get(target, name) !== undefined)) return undefined;
  if (type === "string") return "give it format date-time";
  if (type !== "integer" && type !== "number") return undefined;
  const described = [schema, target, property?.schema].map((one) => getString(one, "description") ?? "");
  const isSaid = [property?.name ?? "", ...described].some((text) => UNITS.test(wordsOf(text).join(" ")));
  return isSaid ? undefined : "name its unit in the description: seconds or milliseconds since 1970";
}

/** The one type that a schema has beside null. */
function soleType(schema: Json): Json | undefined {
  const type = get(schema, "type");
  const types = (isList(type) ? type : [type]).filter((one) => one !== "null");
  return types.length === 1 ? types[0] : undefined;
}
