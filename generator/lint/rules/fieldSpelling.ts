import { quote } from "../../diagnostics.ts";
import { grouped } from "../../grouped.ts";
import { bareName } from "../casing.ts";
import { type Place, shownPlace } from "../place.ts";
import type { Breach, LintRule } from "../rule.ts";

/** What is called the same in two messages is spelled the same. */
export const fieldSpelling: LintRule = {
  level: "warning",
  title: "A field is spelled otherwise than in other messages",
  explanation:
    "A protocol that calls the same thing `job_id` here and `jobId` there makes everybody look it up. The rarer spelling is told, once a message. In use already, it is better ignored than renamed.",
  *check({ places }) {
    const fields = places.flatMap((place) =>
      place.property?.pointer === place.pointer ? [{ name: place.property.name, place }] : [],
    );
    for (const alike of grouped(fields, ({ name }) => bareName(name)).values()) {
      yield* rareOnes(grouped(alike, ({ name }) => name));
    }
  },
};

/** A field as it is spelled somewhere. */
interface Spelled {
  readonly name: string;
  readonly place: Place;
}

function* rareOnes(known: ReadonlyMap<string, readonly Spelled[]>): Generator<Breach> {
  const [usual, ...others] = [...known].sort(([, one], [, other]) => other.length - one.length);
  const example = usual?.[1][0];
  if (example === undefined) return;
  for (const [spelling, fields] of others) {
    const firsts = [...grouped(fields, ({ place }) => place.owner.pointer).values()].flatMap(([first]) => first ?? []);
    for (const { place } of firsts) {
      const text = `${shownPlace(place)} is spelled ${quote(spelling)}, and ${quote(example.name)} in ${shownPlace(example.place)}; spell both alike before they are in use`;
      yield { pointer: place.pointer, text };
    }
  }
}
