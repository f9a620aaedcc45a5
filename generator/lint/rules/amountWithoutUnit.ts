import { get, getString } from "../../json.ts";
import { follow } from "../../reference.ts";
import { wordsOf } from "../casing.ts";
import { shownPlace } from "../place.ts";
import type { LintRule } from "../rule.ts";

const AMOUNTS: ReadonlySet<string> = new Set(["timeout", "duration", "delay", "interval", "ttl", "elapsed", "latency"]);
const UNITS =
  /\b(?:s|secs?|seconds?|ms|millis|milliseconds?|us|microseconds?|ns|nanoseconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|frames?|ticks?|beats?|steps?)\b/i;

/** A length of time says its unit. */
export const amountWithoutUnit: LintRule = {
  level: "warning",
  title: "A length of time without a unit",
  explanation:
    "A number called timeout, duration, delay, interval, ttl, elapsed or latency counts something: seconds to one end, milliseconds to the other. Say the unit in the name (`timeout_ms`) or in the description.",
  *check({ contract, places }) {
    for (const place of places) {
      const { property, schema } = place;
      const target = follow(contract.document, schema, place.pointer);
      const type = get(target?.value, "type");
      if (property === null || target === undefined || (type !== "integer" && type !== "number")) continue;
      const words = wordsOf(property.name);
      if (!words.some((word) => AMOUNTS.has(word))) continue;
      const described = [schema, target.value, property.schema].map((one) => getString(one, "description") ?? "");
      if ([words.join(" "), ...described].some((text) => UNITS.test(text))) continue;
      const text = `${shownPlace(place)} is a length of time by its name, and nobody says in which unit; say it in the description, or in the name`;
      yield { pointer: place.pointer, text, ...(target.pointer === place.pointer ? {} : { fault: target.pointer }) };
    }
  },
};
