import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { endsBeyond, endText } from "./ends.ts";
import { misended } from "./streamEndAdded.ts";
import { aboutStream, pairStreams } from "./toldStreams.ts";

/** A way in which a stream ends no more. */
export const streamEndRemoved: Rule = {
  title: "A stream no longer ends by one of its ends",
  explanation:
    "Who reads the stream by the old contract stops there, and what comes after it is lost on them. Who reads by the new one waits on where an old sender has ended.",
  opposite: "stream-end-added",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairStreams(pair).kept) {
      for (const end of endsBeyond(before, after)) {
        yield {
          ...aboutStream(before, "/ends"),
          text: `the stream no longer ends with ${endText(end)}`,
          identity: [after.start, endText(end)],
          ...misended(pair, before, after, end),
        };
      }
    }
  },
};
