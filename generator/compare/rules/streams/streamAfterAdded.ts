import { quote } from "../../../diagnostics.ts";
import { otherSide } from "../../../session/heard.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { meetingOf } from "../../proof.ts";
import type { Rule } from "../rule.ts";
import { shownRisky, type Verdict } from "../verdicts.ts";
import { refusedRun, someEnd } from "./running.ts";
import { aboutStream, pairStreams, type ToldStream } from "./toldStreams.ts";

/** A message that follows the end of a stream from now on. */
export const streamAfterAdded: Rule = {
  title: "A message follows the end of a stream now",
  explanation:
    "Who has the old contract hears it like any other message. Who has the new one may wait for it where an old sender does not send it.",
  opposite: "stream-after-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairStreams(pair).kept) {
      for (const name of after.after.filter((one) => !before.after.includes(one))) {
        yield {
          ...aboutStream(after, "/after"),
          text: `${quote(name)} follows the end of the stream`,
          identity: [after.start, name],
          ...neverFollowed(pair, before),
        };
      }
    }
  },
};

/** What becomes of who waits for what follows, where the stream is that of a contract in which nothing does. */
export function neverFollowed(pair: ContractPair, stream: ToldStream): Verdict {
  const session = refusedRun(pair, { stream, ends: someEnd(stream), rule: "stream" });
  return shownRisky(session, "who waits for it waits in vain", meetingOf(stream.side, otherSide(stream.from)));
}
