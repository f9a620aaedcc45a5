import { quote } from "../../../diagnostics.ts";
import { otherSide } from "../../../session/heard.ts";
import type { Finding } from "../../change.ts";
import { apart, type ContractPair } from "../../contractPair.ts";
import { meetingOf } from "../../proof.ts";
import { sortedValues } from "../../schema/canonical.ts";
import { isSamePair } from "../replies/answering.ts";
import { describeMatch, isSameMatch } from "../replies/replyMatchChanged.ts";
import type { Rule } from "../rule.ts";
import { both, NOTHING, shown, unknown, type Verdict } from "../verdicts.ts";
import { mistakenFor } from "./mistaken.ts";
import { aboutStream, pairStreams, type ToldStream } from "./toldStreams.ts";

/** Other fields, or none, tell to which stream a message belongs. */
export const streamFieldsChanged: Rule = {
  title: "Other fields tell to which stream a message belongs",
  explanation:
    "A message belongs to the stream whose start it agrees with (`match`), and whose name it carries (`key`). Who looks for fields that the other side no longer fills gives messages to the wrong stream, or to none. A field that is told in addition harms nobody who has the old contract.",
  opposite: "stream-fields-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairStreams(pair).kept) {
      if (isSameMatch(before.match, after.match) && before.key === after.key) continue;
      yield {
        ...aboutStream(after),
        text: `its messages are told by ${describeFields(after)}; they were by ${describeFields(before)}`,
        identity: [after.start, sortedValues(before.match), sortedValues(after.match), before.key ?? null, after.key ?? null],
        ...both(lookedFor(pair, after, before), lookedFor(pair, before, after)),
      };
    }
  },
};

function describeFields({ match, key }: ToldStream): string {
  if (key === undefined) return describeMatch(match);
  return match.length === 0 ? `the key at ${quote(key)}` : `${describeMatch(match)} and the key at ${quote(key)}`;
}

/** What becomes of who reads the stream by its own contract, where another sends it. */
function lookedFor(pair: ContractPair, sent: ToldStream, read: ToldStream): Verdict {
  const isTold = read.match.every((fields) => sent.match.some((one) => isSamePair(one, fields)));
  if (isTold && (read.key === undefined || read.key === sent.key)) return NOTHING;
  const otherwise = unknown("messages may be given to the wrong stream, or to none", meetingOf(sent.side, otherSide(sent.from)));
  return shown(mistakenFor(apart(pair), sent, read), otherwise);
}
