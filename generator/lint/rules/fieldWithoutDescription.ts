import { getString } from "../../json.ts";
import { follow } from "../../reference.ts";
import { shownPlace } from "../place.ts";
import type { LintRule } from "../rule.ts";

/** Every field says what it holds. */
export const fieldWithoutDescription: LintRule = {
  level: "off",
  title: "A field without a description",
  explanation:
    "A field's `description`, or that of the named schema that it holds, is what readers see on hover. Constants need none. Off unless asked for: many a field is clear by its name.",
  *check({ contract, places }) {
    for (const place of places) {
      if (place.property?.pointer !== place.pointer || "const" in place.schema) continue;
      const target = follow(contract.document, place.schema, "")?.value;
      if ([place.schema, target].some((one) => (getString(one, "description") ?? "") !== "")) continue;
      yield { pointer: place.pointer, text: `${shownPlace(place)} says nowhere what it holds; describe it` };
    }
  },
};
