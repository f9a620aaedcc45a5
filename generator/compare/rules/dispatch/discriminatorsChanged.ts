import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { both, safe } from "../verdicts.ts";
import { anyStrayed } from "./strayed.ts";

/** Frames say elsewhere which message they are. */
export const discriminatorsChanged: Rule = {
  title: "Frames say in other places which message they are",
  explanation:
    "Readers look for a constant in the places that their own contract lists, in that order. Frames of every message that both contracts have are tried on the readers of the other contract: one that is refused, or taken for another message, is shown.",
  opposite: "discriminators-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const from of ["client", "server"] as const) {
      const [before, after] = [pair.before.discriminators[from], pair.after.discriminators[from]];
      if (before.join("\n") === after.join("\n")) continue;
      yield {
        level: "wire",
        message: null,
        from: [from],
        pointer: `/x-wirepact/discriminators/${from}`,
        side: "after",
        text: `frames of the ${from} say what they are ${placesText(after)}; they did ${placesText(before)}`,
        identity: [from, before, after, ...pair.ties.ofAll(from)],
        ...both(
          AS_BEFORE,
          anyStrayed(pair, from, () => true),
        ),
      };
    }
  },
};

function placesText(places: readonly string[]): string {
  return places.length === 0 ? "by their shape" : `at ${places.map((place) => quote(place)).join(", then ")}`;
}

const AS_BEFORE = safe("all frames of the messages that both have are read as before");
