import { quote } from "../../diagnostics.ts";
import { getList } from "../../json.ts";
import { bareName } from "../casing.ts";
import { shownPlace } from "../place.ts";
import type { LintRule } from "../rule.ts";

/** The values of a set differ in more than spelling. */
export const similarValues: LintRule = {
  level: "warning",
  title: "Two values of an enum that only case or separators tell apart",
  explanation:
    "`in_progress` beside `inProgress` in one `enum` is two values to a validator and one to people: half of the code tests for the other. Keep one; where peers in use send both, say in the description that they mean the same.",
  *check({ places }) {
    for (const place of places) {
      const seen = new Map<string, string>();
      for (const [index, value] of getList(place.schema, "enum").entries()) {
        if (typeof value !== "string" || bareName(value) === "") continue;
        const twin = seen.get(bareName(value));
        seen.set(bareName(value), twin ?? value);
        if (twin === undefined) continue;
        const text = `${quote(value)} of ${shownPlace(place)} differs from ${quote(twin)} beside it in spelling alone; keep one of them`;
        yield { pointer: `${place.pointer}/enum/${index}`, text };
      }
    }
  },
};
