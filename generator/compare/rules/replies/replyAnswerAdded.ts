import { quote } from "../../../diagnostics.ts";
import { otherSide } from "../../../session/heard.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { meetingOf, other } from "../../proof.ts";
import type { Rule } from "../rule.ts";
import { breaksIn, safe, type Verdict } from "../verdicts.ts";
import { misanswered } from "./answering.ts";
import { aboutReply, pairReplies, type ToldReply } from "./toldReplies.ts";

/** A further message that may answer a request. */
export const replyAnswerAdded: Rule = {
  title: "A request may be answered by a further message",
  explanation:
    "Whoever asks by the old contract does not take the new message for the answer, and waits until its time is up. Keep the answer that old clients know, or answer so only to who asks in a new way. The general error message of the contract answers failures whether or not a pair lists it.",
  opposite: "reply-answer-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairReplies(pair).kept) {
      for (const answer of answersBeyond(after, before)) {
        yield {
          ...aboutReply(after),
          text: `may be answered by ${quote(answer)}, too`,
          code: "risky",
          identity: [after.request, answer, after.errors.includes(answer)],
          ...misunderstood(pair, after, answer),
        };
      }
    }
  },
};

/** Answers of a pair that the other does not have. */
export function answersBeyond(one: ToldReply, other: ToldReply): string[] {
  const known = [...other.replies, ...other.errors];
  return [...one.replies, ...one.errors].filter((name) => !known.includes(name));
}

/** What becomes of who gets an answer that its own contract does not list. */
export function misunderstood(pair: ContractPair, reply: ToldReply, answer: string): Verdict {
  const reader = other(reply.side);
  const general = pair[reader].session.errors?.message;
  if (general !== undefined && pair.names.told(reader, general) === answer) {
    return safe("it is the contract's general error, which answers whatever failed");
  }
  return breaksIn(meetingOf(reply.side, otherSide(reply.from)), {
    session: misanswered(pair, reply, answer),
    proof: `the ${reply.from} that asks does not take it for the answer, and waits on`,
  });
}
