import type { Direction } from "@wirepact/runtime";
import type { Message } from "../../model/contract.ts";
import type { Meeting, Side } from "../change.ts";
import type { ContractPair } from "../contractPair.ts";
import { worstOf } from "../judgement.ts";
import type { MessagePair } from "../match/messagePairs.ts";
import { meetingOf, other } from "../proof.ts";
import type { Found } from "../reach.ts";
import { misread } from "./misread.ts";
import { NOTHING, unknown, type Verdict } from "./verdicts.ts";

/** Whether readers take frames of a message for another: shown by a frame, proved that they take none, or left open. */
export type Taken =
  | { readonly kind: "taken"; readonly verdict: Verdict }
  | { readonly kind: "none" }
  | { readonly kind: "open"; readonly reason: string };

/** Of so many messages it is asked whether they refuse a frame, where one is taken for some of them anyway. */
const MOST_TARGETS = 8;

/**
 * What becomes of the frames of a message which the reader of the other contract takes for one of these. One that is refused says more
 * than one that is accepted as something else.
 */
export function taken(pair: ContractPair, side: Side, message: Message, from: Direction, targets: readonly Message[]): Taken {
  const { names, reach } = pair;
  const isItself = ({ name }: Message) => names.isSame(side, message.name, name);
  const others = targets.filter((target) => !isItself(target));
  const reached = shown(pair, side, reach.into(side, message, from, others));
  const first = reached.kind === "taken" ? others : [];
  const asked = [...first.slice(0, MOST_TARGETS), ...targets.filter(isItself)];
  for (const target of asked) {
    const refused = shown(pair, side, reach.refusedAs(side, message, from, target));
    if (refused.kind === "taken" && refused.verdict.witness !== undefined) return refused;
  }
  return reached;
}

/** What becomes of the frames of a message that both contracts have, where the other's reader does not take them for it. */
export function lost(pair: ContractPair, side: Side, one: MessagePair, from: Direction): Taken {
  return shown(pair, side, pair.reach.beyond(side, one[side], from, one[other(side)]));
}

/** What is known of such frames, as a verdict on a meeting. */
export function verdictOf(found: Taken, meeting: Meeting): Verdict {
  if (found.kind === "taken") return found.verdict;
  return found.kind === "open" ? unknown(found.reason, meeting) : NOTHING;
}

/** A frame counts where both readers say so. */
function shown(pair: ContractPair, side: Side, found: Found): Taken {
  if (found.kind !== "frame") return found;
  const verdict = misread(pair, meetingOf(side, found.sent.from), found.sent);
  if (worstOf(verdict.meetings) !== "safe") return { kind: "taken", verdict };
  return { kind: "open", reason: "the readers do not agree on the frame that was found" };
}
