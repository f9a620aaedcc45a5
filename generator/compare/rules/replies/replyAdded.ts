import { quote } from "../../../diagnostics.ts";
import { otherSide } from "../../../session/heard.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { meetingOf } from "../../proof.ts";
import type { Rule } from "../rule.ts";
import { both, breaksIn, safe, type Verdict } from "../verdicts.ts";
import { unanswered } from "./answering.ts";
import { takenElsewhere } from "./elsewhere.ts";
import { aboutReply, broughtBy, identityOf, pairReplies, type ToldReply } from "./toldReplies.ts";

/** A message that is answered from now on. */
export const replyAdded: Rule = {
  title: "A message is answered now",
  explanation:
    "Whoever sends it by the new contract waits for an answer that the other side's old contract does not promise, so roll out the answering side first; whoever sends it by the old one is not disturbed, unless the answer is one that it knows as that of something else. In the package its method resolves with the answer, and its handler has one to return.",
  opposite: "reply-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const reply of pairReplies(pair).added) {
      yield {
        ...aboutReply(reply),
        text: `answered now: by ${listOf(reply)}`,
        code: "breaking",
        identity: identityOf(reply),
        ...both(takenElsewhere(pair, broughtBy(reply)), leftAlone(pair, { ...reply, side: "before" })),
      };
    }
  },
};

/** The answers of a pair, as people read them. */
export function listOf({ replies, errors }: ToldReply): string {
  return [...replies, ...errors].map((name) => quote(name)).join(" or ");
}

/** What becomes of who waits for an answer, where the other side's contract, which is the reply's side here, promises none. */
export function leftAlone(pair: ContractPair, reply: ToldReply): Verdict {
  const { side, request, from } = reply;
  const { heartbeat } = pair[side].session;
  if (heartbeat !== null && pair.names.told(side, heartbeat.ping) === request)
    return safe("the heartbeat says that it is answered");
  return breaksIn(meetingOf(side, otherSide(from)), {
    session: unanswered(pair, reply),
    proof: `the ${from} waits for an answer that the ${otherSide(from)} does not promise`,
  });
}
