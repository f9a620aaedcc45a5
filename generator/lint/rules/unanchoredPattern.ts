import { quote } from "../../diagnostics.ts";
import { getString } from "../../json.ts";
import { shownPlace } from "../place.ts";
import type { LintRule } from "../rule.ts";

/** A pattern judges the whole text. */
export const unanchoredPattern: LintRule = {
  level: "warning",
  title: "A pattern that looks for a part of the text",
  explanation:
    "JSON Schema searches for a pattern anywhere in the text: `[a-z]+` admits `<script>`. Write `^[a-z]+$` for the whole text. A pattern that has `^`, `$` or `\\b` somewhere is taken to mean what it says. What may keep a validator busy is `slow-pattern`, which `generate` tells, too.",
  *check({ places }) {
    for (const place of places) {
      const pattern = getString(place.schema, "pattern");
      if (pattern === undefined || /[$^]|\\b/i.test(pattern.replace(/\[\^|\\[$^]/g, ""))) continue;
      const text = `the pattern ${quote(pattern)} of ${shownPlace(place)} admits any text that has such a part; write ${quote(`^${pattern.includes("|") ? `(?:${pattern})` : pattern}$`)}`;
      yield { pointer: `${place.pointer}/pattern`, text };
    }
  },
};
