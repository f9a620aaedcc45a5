import { quote } from "../../diagnostics.ts";
import type { Meeting } from "../change.ts";
import type { ContractPair } from "../contractPair.ts";
import { carried } from "../inJson.ts";
import { encodingText, printFrame } from "../printFrame.ts";
import { other, type SentFrame, senderIn } from "../proof.ts";
import { isAwaited } from "./awaited.ts";
import { NOTHING, refused, risky, type Verdict } from "./verdicts.ts";

/**
 * What becomes of a frame whose reader refuses it, or takes it for another message. Of several things that its reader finds wrong, the
 * one at `path` is shown.
 */
export function misread(pair: ContractPair, meeting: Meeting, sent: SentFrame, path?: string): Verdict {
  const side = senderIn(meeting, sent.from);
  const reading = pair.proof.read(other(side), sent);
  if (reading.ok && pair.names.isSame(side, sent.message, reading.message)) return NOTHING;
  if (!pair.proof.isSent(side, sent)) return NOTHING;
  if (reading.ok) return { ...refused(meeting), proof: takenText(sent, reading.message) };
  const witness = pair.proof.witness(meeting, sent, path);
  if (witness === undefined) return NOTHING;
  return { ...(isPassedOver(pair, meeting, sent) ? risky(PASSED_OVER, meeting) : refused(meeting)), witness };
}

function takenText(sent: SentFrame, taken: string): string {
  const frame = encodingText(sent) + printFrame(carried(sent.frame));
  return `${frame} is ${quote(sent.message)} to who sends it, and ${quote(taken)} to who reads it`;
}

const PASSED_OVER = "clients that do not know it hand it to onUnknown, and go on";

/** Whether a client hands a frame on as a message that it does not know, and goes on reading others of this message. */
export function isPassedOver(pair: ContractPair, meeting: Meeting, sent: SentFrame): boolean {
  const { names, proof, reach } = pair;
  const side = senderIn(meeting, sent.from);
  const reading = sent.from === "client" ? undefined : proof.read(other(side), sent);
  if (reading === undefined || reading.ok || reading.error.code !== "unknown-message") return false;
  const name = names.told(side, sent.message);
  const [own, known] = [names.message(side, name), names.message(other(side), name)];
  if (own === undefined || known === undefined || isAwaited(pair[other(side)], known.name)) return false;
  return reach.into(side, own, sent.from, [known]).kind === "frame";
}
