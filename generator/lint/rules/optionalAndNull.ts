import { get, getList, isList, type Json } from "../../json.ts";
import { follow } from "../../reference.ts";
import { shownPlace } from "../place.ts";
import type { LintRule } from "../rule.ts";

/** What is not there is not there in one way. */
export const optionalAndNull: LintRule = {
  level: "off",
  title: "A field that may be absent and may be null",
  explanation:
    "Absent, null and a value are three states, and few protocols mean three: peers test for one of the two and miss the other. Require the field, or take null out. Off unless asked for: many a peer in use sends either.",
  *check({ contract, places }) {
    for (const place of places) {
      if (
        place.property?.pointer !== place.pointer ||
        place.property.isRequired ||
        !mayBeNull(follow(contract.document, place.schema, "")?.value ?? true)
      )
        continue;
      yield { pointer: place.pointer, text: `${shownPlace(place)} may be absent and may be null; require it, or take null out` };
    }
  },
};

function mayBeNull(schema: Json): boolean {
  const type = get(schema, "type");
  if (type === "null" || (isList(type) && type.includes("null"))) return true;
  return ["anyOf", "oneOf"].some((name) => getList(schema, name).some((branch) => get(branch, "type") === "null"));
}
