import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { neverFollowed } from "./streamAfterAdded.ts";
import { aboutStream, pairStreams } from "./toldStreams.ts";

/** A message that follows the end of a stream no more. */
export const streamAfterRemoved: Rule = {
  title: "A message no longer follows the end of a stream",
  explanation: "An old client may wait for it in vain.",
  opposite: "stream-after-added",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairStreams(pair).kept) {
      for (const name of before.after.filter((one) => !after.after.includes(one))) {
        yield {
          ...aboutStream(before, "/after"),
          text: `${quote(name)} no longer follows the end of the stream`,
          identity: [after.start, name],
          ...neverFollowed(pair, after),
        };
      }
    }
  },
};
