import type { Direction } from "@wirepact/runtime";
import { quote } from "../../diagnostics.ts";
import type { Message } from "../../model/contract.ts";
import type { Finding, Judgement, Meeting, Side, Witness } from "../change.ts";
import type { ContractPair } from "../contractPair.ts";
import { type Meetings, REFUSED, SAFE, SERVERS_FIRST } from "../judgement.ts";
import { meetingOf, other } from "../proof.ts";

/** What becomes of a message that its reader's contract does not have. */
export type Reception = Pick<Finding, "meetings" | "witness" | "reason">;

/** The verdict on a message that one side may send and that only its own contract knows: clients pass over what they do not know. */
export function receptionOf(pair: ContractPair, side: Side, message: Message, from: Direction): Reception {
  return receive(pair, side, message, from, from === "server");
}

/** The same where the message is one that its reader waits for: to be passed over is to be refused. */
export function refusalOf(pair: ContractPair, side: Side, message: Message, from: Direction): Reception {
  return receive(pair, side, message, from, false);
}

function receive({ proof }: ContractPair, side: Side, message: Message, from: Direction, isTolerant: boolean): Reception {
  const meeting = meetingOf(side, from);
  const sent = proof.instanceOf(side, message, from);
  if (sent === undefined) return judged(meeting, "unknown", "no frame of it was found to try on the reader");
  const reading = proof.read(other(side), sent);
  if (reading.ok) return judged(meeting, "risky", `its reader takes it for ${quote(reading.message)}`);
  const isUnknown = reading.error.code !== "invalid-message" && reading.error.code !== "too-deep";
  if (isTolerant && isUnknown) return judged(meeting, "safe", "clients hand what they do not know to onUnknown");
  return refused(meeting, proof.witness(meeting, sent));
}

function refused(meeting: Meeting, witness: Witness | undefined): Reception {
  if (witness === undefined) return judged(meeting, "unknown", "the validators do not agree on the frame that was tried");
  const judgement = REFUSED[meeting];
  const reason = judgement === "risky" ? { reason: SERVERS_FIRST } : {};
  return { meetings: withJudgement(meeting, judgement), witness, ...reason };
}

function judged(meeting: Meeting, judgement: Judgement, reason: string): Reception {
  return { meetings: withJudgement(meeting, judgement), reason };
}

function withJudgement(meeting: Meeting, judgement: Judgement): Meetings {
  return { ...SAFE, [meeting]: judgement };
}
