import { otherSide } from "../../../session/heard.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { heldIn } from "../../fields.ts";
import { meetingOf } from "../../proof.ts";
import type { Sayable } from "../../sessions.ts";
import type { Rule } from "../rule.ts";
import { both, breaksIn, NOTHING, safe, unknown, type Verdict } from "../verdicts.ts";
import { type End, endsBeyond, endsOf, endText } from "./ends.ts";
import { refusedRun, someEnd } from "./running.ts";
import { aboutStream, pairStreams, type ToldStream } from "./toldStreams.ts";

/** A further way in which a stream ends. */
export const streamEndAdded: Rule = {
  title: "A stream has a further end",
  explanation:
    "Who reads the stream by the old contract does not take it for the end, and waits for another. Send an end that old clients know, too, or only to those who ask in a new way.",
  opposite: "stream-end-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairStreams(pair).kept) {
      for (const end of endsBeyond(after, before)) {
        yield {
          ...aboutStream(after, "/ends"),
          text: `the stream ends with ${endText(end)}, too`,
          identity: [after.start, endText(end)],
          ...misended(pair, after, before, end),
        };
      }
    }
  },
};

/** What becomes of readers where only one of two streams ends so. */
export function misended(pair: ContractPair, ended: ToldStream, running: ToldStream, end: End): Verdict {
  if (endsOf(running).some(({ message, where }) => message === end.message && where === undefined)) {
    return safe("the other contract has the message for an end whatever it says");
  }
  return both(waitsOn(pair, ended, end), cutShort(pair, running, end));
}

/** The one side ends the stream, and the other waits for more. */
function waitsOn(pair: ContractPair, ended: ToldStream, end: End): Verdict {
  return breaksIn(meetingOf(ended.side, otherSide(ended.from)), {
    session: refusedRun(pair, { stream: ended, ends: [end], rule: "unanswered" }),
    proof: `the ${ended.from} that reads the stream does not take it for the end, and waits on`,
  });
}

/** The one side goes on with the stream, and the other has taken it for ended. */
function cutShort(pair: ContractPair, running: ToldStream, end: End): Verdict {
  const isPart = running.items.includes(end.message) || running.ends.some(({ message }) => message === end.message);
  const meeting = meetingOf(running.side, otherSide(running.from));
  const saying = isPart ? sayingOf(pair, running, end) : "none";
  if (saying === "none") return NOTHING;
  const proof = "what comes after it is lost on who takes it for the end";
  if (saying === "open") return unknown(`where it may say so, ${proof}`, meeting);
  return breaksIn(meeting, {
    session: refusedRun(pair, { stream: running, ends: [end, ...someEnd(running)], rule: "stream" }),
    proof,
  });
}

/** Whether a message of a stream may say what is the end of the other. */
function sayingOf({ sessions }: ContractPair, { side, from }: ToldStream, { message, where }: End): Sayable["kind"] {
  const values = where === undefined ? [] : [[where.pointer, where.value] as const];
  if (sessions.step(side, message, otherSide(from), values) !== undefined) return "step";
  return sessions.stepWith(side, message, otherSide(from), heldIn(values)).kind;
}
