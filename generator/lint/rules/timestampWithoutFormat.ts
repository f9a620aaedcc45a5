import { get, getString } from "../../json.ts";
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
      const advice = adviceOf(place);
      if (advice === undefined || contract.discriminators.server.includes(place.path)) continue;
      yield {
        pointer: place.pointer,
        text: `${shownPlace(place)} is a point in time by its name, and does not say how it is written; ${advice}`,
      };
    }
  },
};

function isTime(name: string): boolean {
  const words = wordsOf(name);
  return words.some((word) => TIMES.has(word)) || (words.length > 1 && words.at(-1) === "at");
}

function adviceOf({ schema, property }: Place): string | undefined {
  const type = get(schema, "type");
  if (["enum", "const", "pattern", "format"].some((name) => name in schema)) return undefined;
  if (type === "string") return "give it format date-time";
  if (type !== "integer" && type !== "number") return undefined;
  const said = [
    property?.name.replaceAll("_", " "),
    getString(schema, "description"),
    getString(property?.schema, "description"),
  ];
  const isSaid = said.some((text) => UNITS.test(wordsOf(text ?? "").join(" ")) || UNITS.test(text ?? ""));
  return isSaid ? undefined : "name its unit in the description: seconds or milliseconds since 1970";
}
