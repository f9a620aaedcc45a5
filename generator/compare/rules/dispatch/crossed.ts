import type { Direction } from "@wirepact/runtime";
import { type Meeting, SIDES } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { REFUSED } from "../../judgement.ts";
import type { MessagePair } from "../../match/messagePairs.ts";
import { meetingOf, other } from "../../proof.ts";
import { lost, type Taken, taken } from "../taken.ts";
import { both, unknown, type Verdict } from "../verdicts.ts";
import { NOTHING } from "./readAcross.ts";

/** Two messages that both contracts have, of which the one's frames might be taken for the other's. */
export type Concerns = (message: MessagePair, target: MessagePair) => boolean;

/**
 * What becomes of frames of messages that both contracts have, where a reader takes them for another such message: of all their frames,
 * whichever there are. The first of a meeting says it all.
 */
export function crossed(pair: ContractPair, from: Direction, concerns: Concerns): Verdict {
  const known = [...pair.messages.kept, ...pair.messages.renamed];
  let verdict = NOTHING;
  for (const side of SIDES) {
    for (const one of known) {
      if (isRefused(verdict, meetingOf(side, from)) || !one[side].from.includes(from)) continue;
      const others = known.filter((another) => another !== one && concerns(one, another)).map((another) => another[other(side)]);
      const targets = others.filter((target) => pair.reach.mayBe(side, one[side], from, target));
      verdict = both(verdict, verdictOf(taken(pair, side, one[side], from, targets), meetingOf(side, from)));
    }
  }
  return verdict;
}

/** What becomes of frames of a message that both contracts have, where a reader takes them for no message at all. */
export function unread(pair: ContractPair, one: MessagePair, from: Direction): Verdict {
  const sides = SIDES.filter((side) => one[side].from.includes(from));
  return sides.map((side) => verdictOf(lost(pair, side, one[side], from), meetingOf(side, from))).reduce(both, NOTHING);
}

/** Whether nothing graver can be said of a meeting. */
function isRefused({ meetings }: Verdict, meeting: Meeting): boolean {
  return meetings[meeting] === REFUSED[meeting];
}

function verdictOf(found: Taken, meeting: Meeting): Verdict {
  if (found.kind === "taken") return found.verdict;
  return found.kind === "open" ? unknown(found.reason, meeting) : NOTHING;
}
