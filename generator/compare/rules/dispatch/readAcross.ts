import type { Direction } from "@wirepact/runtime";
import { quote } from "../../../diagnostics.ts";
import { MEETINGS, type Meeting } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { carried } from "../../inJson.ts";
import { REFUSED, SAFE, SERVERS_FIRST } from "../../judgement.ts";
import type { MessagePair } from "../../match/messagePairs.ts";
import { encodingText, printFrame } from "../../printFrame.ts";
import { other, type SentFrame, senderIn } from "../../proof.ts";
import { both, type Verdict } from "../verdicts.ts";

/** What the reader of the other contract makes of a message that both have. */
export function readAcross(pair: ContractPair, { before, after }: MessagePair, from: Direction): Verdict {
  return MEETINGS.flatMap((meeting) => {
    const side = senderIn(meeting, from);
    const sent = pair.proof.instanceOf(side, side === "before" ? before : after, from);
    return sent === undefined ? [] : [misread(pair, meeting, sent)];
  }).reduce(both, NOTHING);
}

/** Nothing was found that is read otherwise. */
export const NOTHING: Verdict = { meetings: SAFE };

/** What becomes of a frame whose reader refuses it, or takes it for another message. */
export function misread(pair: ContractPair, meeting: Meeting, sent: SentFrame): Verdict {
  const side = senderIn(meeting, sent.from);
  const reading = pair.proof.read(other(side), sent);
  if (reading.ok && pair.names.told(other(side), reading.message) === pair.names.told(side, sent.message)) return NOTHING;
  const reason = REFUSED[meeting] === "risky" ? { reason: SERVERS_FIRST } : {};
  const meetings = { ...SAFE, [meeting]: REFUSED[meeting] };
  if (reading.ok) {
    const frame = encodingText(sent) + printFrame(carried(sent.frame));
    return {
      meetings,
      proof: `${frame} is ${quote(sent.message)} to who sends it, and ${quote(reading.message)} to who reads it`,
      ...reason,
    };
  }
  const witness = pair.proof.witness(meeting, sent);
  return witness === undefined ? NOTHING : { meetings, witness, ...reason };
}
