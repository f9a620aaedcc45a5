import { get, getString } from "../../json.ts";
import { listed } from "../listed.ts";
import { type Place, shownPlace } from "../place.ts";
import type { LintRule } from "../rule.ts";

const RULES = ["enum", "const", "pattern", "format"];
const QUOTED = /`([^`\s]{1,40})`|"([^"\s]{1,40})"|'([^'\s]{1,40})'/g;

/** A set of values that prose lists is a set. */
export const enumLikeText: LintRule = {
  level: "warning",
  title: "A text whose description lists its values",
  explanation:
    '"One of `queued`, `running` or `done`" in a description is a rule that no validator knows and no type offers. Write it as an `enum`; where more may come, as an open one (`open(["queued", "running"])`).',
  *check({ places }) {
    for (const place of places) {
      const { schema } = place;
      if (get(schema, "type") !== "string" || RULES.some((name) => name in schema) || !isWhole(place)) continue;
      const values = listedIn(getString(schema, "description") ?? "");
      if (values.length < 2) continue;
      yield {
        pointer: place.pointer,
        text: `${shownPlace(place)} lists its values in words (${listed(values)}); list them in an enum, open or closed`,
      };
    }
  },
};

/** Whether a place is all that is said of its value: in a union, other branches may say the rest. */
function isWhole({ property, pointer, owner }: Place): boolean {
  return pointer === property?.pointer || pointer === owner.pointer;
}

function listedIn(description: string): readonly string[] {
  const [, list = ""] = /\b(?:one of|either|allowed values|possible values|must be)\b:?(.*)/i.exec(description) ?? [];
  return [...list.matchAll(QUOTED)].map(([, ...found]) => found.find((one) => one !== undefined) ?? "");
}
