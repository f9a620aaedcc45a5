import { get } from "../../json.ts";
import { shownPlace } from "../place.ts";
import type { LintRule } from "../rule.ts";

const BOUNDS = ["maxLength", "enum", "const", "format", "contentEncoding"];

/** A peer's text has an end. */
export const unboundedText: LintRule = {
  level: "off",
  title: "A text of a client without a largest length",
  explanation:
    "A client may send as much as a frame holds. Servers made by Wirepact refuse frames beyond `limits.payload` (1 MiB) before they buffer them, whatever a schema says; `maxLength` is for what comes behind: a column, an index, a page. Off unless asked for.",
  *check({ places }) {
    for (const place of places) {
      if (get(place.schema, "type") !== "string" || !place.owner.from.has("client")) continue;
      if (BOUNDS.some((name) => name in place.schema)) continue;
      yield { pointer: place.pointer, text: `${shownPlace(place)} may be as long as a frame; give it a maxLength` };
    }
  },
};
