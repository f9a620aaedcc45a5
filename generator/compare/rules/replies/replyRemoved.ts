import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { both } from "../verdicts.ts";
import { takenElsewhere } from "./elsewhere.ts";
import { leftAlone, listOf } from "./replyAdded.ts";
import { aboutReply, broughtBy, identityOf, pairReplies } from "./toldReplies.ts";

/** A message that is answered no more. */
export const replyRemoved: Rule = {
  title: "A message is no longer answered",
  explanation:
    "An old client that sends it waits for an answer until its time is up. Go on answering until no client waits: the message may be deprecated, its answer has to come.",
  opposite: "reply-added",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const reply of pairReplies(pair).removed) {
      yield {
        ...aboutReply(reply),
        text: `no longer answered by ${listOf(reply)}`,
        code: "breaking",
        identity: identityOf(reply),
        ...both(takenElsewhere(pair, broughtBy(reply)), leftAlone(pair, { ...reply, side: "after" })),
      };
    }
  },
};
