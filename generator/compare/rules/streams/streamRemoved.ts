import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { takenElsewhere } from "../replies/elsewhere.ts";
import type { Rule } from "../rule.ts";
import { both } from "../verdicts.ts";
import { listOf, neverStarted } from "./streamAdded.ts";
import { aboutStream, broughtBy, identityOf, pairStreams } from "./toldStreams.ts";

/** A message that starts a stream no more. */
export const streamRemoved: Rule = {
  title: "A message no longer starts a stream",
  explanation:
    "An old client that starts it reads on until its time is up: no message is promised any more, and no end. Go on sending the stream until no client starts it.",
  opposite: "stream-added",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const stream of pairStreams(pair).removed) {
      yield {
        ...aboutStream(stream),
        text: `no longer starts a stream of ${listOf(stream)}`,
        code: "breaking",
        identity: identityOf(stream),
        ...both(takenElsewhere(pair, broughtBy(stream)), neverStarted(pair, { ...stream, side: "after" })),
      };
    }
  },
};
