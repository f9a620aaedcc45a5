import { quote } from "../../diagnostics.ts";
import { bareName } from "../casing.ts";
import { type Place, shownPlace } from "../place.ts";
import type { LintRule } from "../rule.ts";

/** What is called the same in two messages is spelled the same. */
export const fieldSpelling: LintRule = {
  level: "warning",
  title: "A field is spelled otherwise than in other messages",
  explanation:
    "A protocol that calls the same thing `job_id` here and `jobId` there makes everybody look it up. The rarer spelling is told, once a message. In use already, it is better ignored than renamed.",
  *check({ places }) {
    const spellings = new Map<string, Map<string, Place[]>>();
    for (const place of places) {
      if (place.property?.pointer !== place.pointer) continue;
      const { name } = place.property;
      const known = spellings.get(bareName(name)) ?? new Map<string, Place[]>();
      spellings.set(bareName(name), known.set(name, [...(known.get(name) ?? []), place]));
    }
    for (const known of spellings.values()) yield* rareOnes(known);
  },
};

function* rareOnes(known: ReadonlyMap<string, readonly Place[]>): Generator<{ pointer: string; text: string }> {
  const [usual, ...others] = [...known].sort(([, one], [, other]) => other.length - one.length);
  const [name, [example]] = usual ?? ["", []];
  if (example === undefined) return;
  for (const [spelling, places] of others) {
    const owners = new Map([...places].reverse().map((place) => [place.owner.pointer, place] as const));
    for (const place of owners.values()) {
      const text = `${shownPlace(place)} is spelled ${quote(spelling)}, and ${quote(name)} in ${shownPlace(example)}; spell both alike before they are in use`;
      yield { pointer: place.pointer, text };
    }
  }
}
