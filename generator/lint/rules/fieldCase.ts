import { oddOnes } from "../casing.ts";
import { shownPlace } from "../place.ts";
import type { LintRule } from "../rule.ts";

/** Fields are named in one way. */
export const fieldCase: LintRule = {
  level: "warning",
  title: "A field's name is not written as the others are",
  explanation:
    "Where four in five or more of a protocol's fields, as far as their names have several words, are named in one way (`camelCase`, `snake_case`, …), one that is not is misspelled by everybody who writes by hand, and nothing refuses it where it is optional. Rename it before the protocol is in use; later, ignore the rule for its message.",
  *check({ places }) {
    const fields = places.flatMap((place) =>
      place.property?.pointer === place.pointer ? [{ name: place.property.name, place }] : [],
    );
    const { casing, odd } = oddOnes(fields) ?? { casing: "", odd: [] };
    for (const { place } of odd) {
      yield {
        pointer: place.pointer,
        about: place.owner.name,
        fault: place.owner.name,
        text: `the name of ${shownPlace(place)} is not in ${casing}, as most fields are; rename it before it is in use`,
      };
    }
  },
};
