import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { answersBeyond, misunderstood } from "./replyAnswerAdded.ts";
import { aboutReply, pairReplies } from "./toldReplies.ts";

/** A message that answers a request no more. */
export const replyAnswerRemoved: Rule = {
  title: "A request is no longer answered by one of its answers",
  explanation:
    "Who asks by the old contract is content with the answers that are left. Who asks by the new one does not take the message for an answer, while the old contract of the other side still sends it.",
  opposite: "reply-answer-added",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairReplies(pair).kept) {
      for (const answer of answersBeyond(before, after)) {
        yield {
          ...aboutReply(before),
          text: `no longer answered by ${quote(answer)}`,
          code: "risky",
          identity: [after.request, answer, before.errors.includes(answer)],
          ...misunderstood(pair, before, answer),
        };
      }
    }
  },
};
