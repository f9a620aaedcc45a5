import type { FieldPair } from "@wirepact/runtime";
import { otherSide } from "../../../session/heard.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { meetingOf } from "../../proof.ts";
import { sortedValues } from "../../schema/canonical.ts";
import type { Rule } from "../rule.ts";
import { both, NOTHING, risky, safe, shown, unknown, type Verdict } from "../verdicts.ts";
import { agreesAnyway, disagreeing, isSamePair } from "./answering.ts";
import { aboutReply, pairReplies, type ToldReply } from "./toldReplies.ts";

/** Other fields, or none, tell which request an answer answers. */
export const replyMatchChanged: Rule = {
  title: "Other fields tell which request an answer answers",
  explanation:
    "Who asks looks for the fields that its own contract lists: where the answer does not repeat them, it is nobody's; where none are listed, answers count as coming in the order of their requests. Add a field and go on repeating the old one.",
  opposite: "reply-match-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairReplies(pair).kept) {
      if (isSameMatch(before.match, after.match)) continue;
      yield {
        ...aboutReply(after),
        text: `answers are told by ${describeMatch(after.match)}; they were by ${describeMatch(before.match)}`,
        identity: [after.request, sortedValues(before.match), sortedValues(after.match)],
        ...both(lookedFor(pair, after, before.match), lookedFor(pair, before, after.match)),
      };
    }
  },
};

/** Whether the same fields agree, in whatever order they are listed. */
export function isSameMatch(before: readonly FieldPair[], after: readonly FieldPair[]): boolean {
  const within = (one: readonly FieldPair[], other: readonly FieldPair[]) =>
    one.every((fields) => other.some((another) => isSamePair(fields, another)));
  return within(before, after) && within(after, before);
}

/** Fields that agree, as people read them. */
export function describeMatch(match: readonly FieldPair[]): string {
  return match.length === 0 ? "their order" : match.map(([asked, answered]) => `"${asked}" = "${answered}"`).join(" and ");
}

/** What becomes of who asks and looks for these fields, where the answer is that of the reply's contract. */
function lookedFor(pair: ContractPair, reply: ToldReply, match: readonly FieldPair[]): Verdict {
  const meeting = meetingOf(reply.side, otherSide(reply.from));
  const isRepeated = match.every((fields) => reply.match.some((one) => isSamePair(one, fields)));
  if (isRepeated) return match.length > 0 ? NOTHING : risky(MIXED_UP, meeting);
  const session = disagreeing(pair, reply, match);
  if (session === undefined && agreesAnyway(pair, reply, match))
    return safe("there is one value alone that these fields may have");
  return shown(session, unknown("an answer need not repeat what tells it from others", meeting));
}

const MIXED_UP = "answers that come in another order than their requests are taken for each other";
