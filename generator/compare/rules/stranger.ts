import type { Direction } from "@wirepact/runtime";
import { quote } from "../../diagnostics.ts";
import type { Message } from "../../model/contract.ts";
import type { Finding, Meeting, Side } from "../change.ts";
import type { ContractPair } from "../contractPair.ts";
import { worstOf } from "../judgement.ts";
import { meetingOf, other, type SentFrame, senderIn } from "../proof.ts";
import { misread } from "./misread.ts";
import { taken } from "./taken.ts";
import { both, NOTHING, risky, safe, unknown } from "./verdicts.ts";

/** What becomes of a message that its reader's contract does not have. */
export type Reception = Pick<Finding, "meetings" | "witness" | "proof" | "reason">;

/** The verdict on a message that one side may send and that only its own contract knows: clients pass over what they do not know. */
export function receptionOf(pair: ContractPair, side: Side, message: Message, from: Direction): Reception {
  return both(receive(pair, side, message, from, from === "server"), takenBy(pair, side, message, from));
}

/** What becomes of frames that both contracts have, where the reader who has this message takes them for it. */
function takenBy(pair: ContractPair, side: Side, message: Message, from: Direction): Reception {
  const sender = other(side);
  let reception: Reception = NOTHING;
  for (const { [sender]: known } of pair.messages.shared) {
    if (!known.from.includes(from) || !pair.reach.mayBe(sender, known, from, message)) continue;
    const found = taken(pair, sender, known, from, [message]);
    if (found.kind === "taken") return found.verdict;
    if (found.kind === "open") reception = unknown(found.reason, meetingOf(sender, from));
  }
  return reception;
}

/** The same where the message is one that its reader waits for: to be passed over is to be refused. */
export function refusalOf(pair: ContractPair, side: Side, message: Message, from: Direction): Reception {
  return receive(pair, side, message, from, false);
}

/** What is proved of all its frames comes first; frames that are tried show what else becomes of it. */
function receive(pair: ContractPair, side: Side, message: Message, from: Direction, isTolerant: boolean): Reception {
  const meeting = meetingOf(side, from);
  const known = taken(pair, side, message, from, pair.reach.within(side, message, from));
  if (known.kind === "taken") return known.verdict;
  const frames = [...framesOf(pair, side, message, from)];
  const shown = frames.map((sent) => tried(pair, meeting, sent, isTolerant)).find(({ meetings }) => worstOf(meetings) !== "safe");
  if (shown !== undefined) return shown;
  if (known.kind === "open") return unknown(known.reason, meeting);
  const [first] = frames;
  if (first === undefined) return unknown("no frame of it was found to try on the reader", meeting);
  const reading = pair.proof.read(other(side), first);
  if (reading.ok) {
    return pair.names.isSame(side, message.name, reading.message)
      ? NOTHING
      : risky(`its reader takes it for ${quote(reading.message)}`, meeting);
  }
  if (isTolerant) return safe("clients hand what they do not know to onUnknown");
  return unknown("the validators do not agree on the frame that was tried", meeting);
}

function* framesOf({ proof, reach }: ContractPair, side: Side, message: Message, from: Direction): Iterable<SentFrame> {
  const sent = proof.instanceOf(side, message, from);
  if (sent !== undefined) yield sent;
  const { match } = message;
  if (match.kind === "shape" || (match.others ?? []).length === 0) return;
  for (const one of reach.ofEachConstant(side, message, from)) if (proof.isSent(side, one)) yield one;
}

/** What becomes of a frame whose reader may pass over what it does not know. */
function tried(pair: ContractPair, meeting: Meeting, sent: SentFrame, isTolerant: boolean): Reception {
  const reading = pair.proof.read(other(senderIn(meeting, sent.from)), sent);
  const isUnknown = !reading.ok && reading.error.code !== "invalid-message" && reading.error.code !== "too-deep";
  return isTolerant && isUnknown ? NOTHING : misread(pair, meeting, sent);
}
