import type { Direction } from "@wirepact/runtime";
import { MEETINGS, SIDES, type Side } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { type MessagePair, sharedDirections } from "../../match/messagePairs.ts";
import { meetingOf } from "../../proof.ts";
import { misread } from "../misread.ts";
import { lost, verdictOf } from "../taken.ts";
import { both, isRefused, NOTHING, type Verdict } from "../verdicts.ts";

/**
 * What becomes of frames of a message that both contracts have, where a reader takes them for another, or for no message at all: of the
 * frame that its sender shows, and then of any.
 */
export function strayed(pair: ContractPair, one: MessagePair, from: Direction): Verdict {
  const sides = SIDES.filter((side) => one[side].from.includes(from));
  return sides.map((side) => strayedFrom(pair, one, from, side)).reduce(both, NOTHING);
}

/** The same of several messages, until it is known that both meetings break. */
export function anyStrayed(pair: ContractPair, from: Direction, isMeant: (one: MessagePair) => boolean): Verdict {
  let verdict = NOTHING;
  for (const one of pair.messages.shared) {
    if (sharedDirections(one).includes(from) && isMeant(one)) verdict = both(verdict, strayed(pair, one, from));
    if (MEETINGS.every((meeting) => isRefused(verdict, meeting))) break;
  }
  return verdict;
}

function strayedFrom(pair: ContractPair, one: MessagePair, from: Direction, side: Side): Verdict {
  const meeting = meetingOf(side, from);
  const sent = pair.proof.instanceOf(side, one[side], from);
  const shown = sent === undefined ? NOTHING : misread(pair, meeting, sent);
  return isRefused(shown, meeting) ? shown : both(shown, verdictOf(lost(pair, side, one, from), meeting));
}
