import { get, getObject, isList, isObject } from "../../json.ts";
import { shownPlace } from "../place.ts";
import type { LintRule } from "../rule.ts";

/** A peer's list or map has an end. */
export const unboundedList: LintRule = {
  level: "off",
  title: "A list or map of a client without a largest size",
  explanation:
    "A client may send as many items as a frame holds: a hundred thousand in 1 MiB. Where each costs the server a look-up, `maxItems` (for maps `maxProperties`) is the cheapest guard. Off unless asked for.",
  *check({ places }) {
    for (const place of places.filter(({ owner }) => owner.from.has("client"))) {
      const { schema, pointer } = place;
      const isMap =
        isObject(get(schema, "additionalProperties")) || Object.keys(getObject(schema, "patternProperties")).length > 0;
      const isLong = get(schema, "type") === "array" && !isTuple(schema);
      if (isLong && !("maxItems" in schema))
        yield { pointer, text: `${shownPlace(place)} may have as many items as a frame holds; give it maxItems` };
      if (isMap && !("maxProperties" in schema))
        yield { pointer, text: `${shownPlace(place)} may have as many entries as a frame holds; give it maxProperties` };
    }
  },
};

function isTuple(schema: Parameters<typeof get>[0]): boolean {
  return isList(get(schema, "items")) && get(schema, "additionalItems") === false;
}
