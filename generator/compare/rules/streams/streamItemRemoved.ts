import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { itemsBeyond, uncounted } from "./streamItemAdded.ts";
import { aboutStream, pairStreams } from "./toldStreams.ts";

/** A message that is no longer one of a stream. */
export const streamItemRemoved: Rule = {
  title: "A message is no longer part of a stream",
  explanation:
    "Who has the new contract does not count the message to the stream, and hears it like any other where an old sender still sends it. In the package the type of what the stream yields becomes narrower: code that looks for the message no longer compiles.",
  opposite: "stream-item-added",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairStreams(pair).kept) {
      for (const item of itemsBeyond(before, after)) {
        yield {
          ...aboutStream(before, "/items"),
          text: `the stream no longer has ${quote(item)}`,
          code: "risky",
          identity: [after.start, item],
          ...uncounted(pair, before, item),
        };
      }
    }
  },
};
