import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { breaksBoth } from "../verdicts.ts";
import { aboutReply, pairReplies } from "./toldReplies.ts";

/** An answer that said success says failure now, or the other way round. */
export const replyOutcomeChanged: Rule = {
  title: "An answer means success instead of failure, or failure instead of success",
  explanation:
    "The frames stay as they are, and who has the other contract takes them for the opposite: a call resolves that should reject, or rejects what succeeded. Give the new meaning a message of its own.",
  opposite: "reply-outcome-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairReplies(pair).kept) {
      for (const [answer, was, is] of turned(before, after)) {
        yield {
          ...aboutReply(after),
          text: `${quote(answer)} now says that it ${is}; it said that it ${was}`,
          code: "breaking",
          identity: [after.request, answer, is],
          ...breaksBoth(`who has the other contract takes ${quote(answer)} for the opposite`),
        };
      }
    }
  },
};

type Outcomes = Readonly<Record<"replies" | "errors", readonly string[]>>;

function turned(before: Outcomes, after: Outcomes): (readonly [answer: string, was: string, is: string])[] {
  return [
    ...before.replies.filter((name) => after.errors.includes(name)).map((name) => [name, "succeeded", "failed"] as const),
    ...before.errors.filter((name) => after.replies.includes(name)).map((name) => [name, "failed", "succeeded"] as const),
  ];
}
