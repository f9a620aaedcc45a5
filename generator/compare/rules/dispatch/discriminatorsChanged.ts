import type { Direction } from "@wirepact/runtime";
import { quote } from "../../../diagnostics.ts";
import { type Finding, MEETINGS } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { REFUSED } from "../../judgement.ts";
import { sharedDirections } from "../../match/messagePairs.ts";
import type { Rule } from "../rule.ts";
import { both, type Verdict } from "../verdicts.ts";
import { crossed, unread } from "./crossed.ts";
import { NOTHING, readAcross } from "./readAcross.ts";

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
        identity: [from, before, after],
        ...tried(pair, from),
      };
    }
  },
};

function placesText(places: readonly string[]): string {
  return places.length === 0 ? "by their shape" : `at ${places.map((place) => quote(place)).join(", then ")}`;
}

/** Where both meetings break, no more needs to be known. */
function tried(pair: ContractPair, from: Direction): Verdict {
  let verdict: Verdict = { ...NOTHING, reason: "all frames of the messages that both have are read as before" };
  for (const one of [...pair.messages.kept, ...pair.messages.renamed]) {
    if (!sharedDirections(one).includes(from)) continue;
    verdict = both(verdict, both(readAcross(pair, one, from), unread(pair, one, from)));
    if (MEETINGS.every((meeting) => verdict.meetings[meeting] === REFUSED[meeting])) return verdict;
  }
  return both(
    verdict,
    crossed(pair, from, () => true),
  );
}
