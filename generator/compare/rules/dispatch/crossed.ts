import type { Direction } from "@wirepact/runtime";
import { SIDES } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { MessagePair } from "../../match/messagePairs.ts";
import { meetingOf, other } from "../../proof.ts";
import { taken, verdictOf } from "../taken.ts";
import { both, isRefused, NOTHING, type Verdict } from "../verdicts.ts";

/** What becomes of frames of all other messages that both contracts have, where a reader takes them for this one. */
export function crossed(pair: ContractPair, one: MessagePair, from: Direction): Verdict {
  const others = pair.messages.shared.filter((another) => another !== one);
  let verdict = NOTHING;
  for (const side of SIDES) {
    const [meeting, target] = [meetingOf(side, from), one[other(side)]];
    for (const { [side]: message } of others) {
      if (isRefused(verdict, meeting)) break;
      if (!message.from.includes(from) || !pair.reach.mayBe(side, message, from, target)) continue;
      verdict = both(verdict, verdictOf(taken(pair, side, message, from, [target]), meeting));
    }
  }
  return verdict;
}
