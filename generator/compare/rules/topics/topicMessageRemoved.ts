import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { breaksNewClients, risky, safe, type Verdict } from "../verdicts.ts";
import { aboutTopic, type Gated, gatedBeyond, gatedOf } from "./toldTopics.ts";
import { heardUnasked, UNHEARD } from "./topicMessageAdded.ts";

/** A message that moves out of a topic. */
export const topicMessageRemoved: Rule = {
  title: "A message moved out of a topic",
  explanation:
    "Where it is in no topic any more, it goes to all, asked or not; old servers still send it only to who subscribed, which new clients do not. Where it is in others, old clients that hear just this one no longer get it.",
  opposite: "topic-message-added",
  *find(pair: ContractPair): Iterable<Finding> {
    const left = gatedOf(pair, "after");
    const heard = heardUnasked(pair, "before");
    for (const gated of gatedBeyond(pair, "before", "after")) {
      yield {
        ...aboutTopic(gated.topic, gated.message),
        text: `moved out of the topic ${quote(gated.topic.name)}`,
        identity: [gated.topic.name, gated.message],
        ...movedOut(gated, left, heard),
      };
    }
  },
};

function movedOut({ message }: Gated, left: ReadonlySet<string>, heard: ReadonlySet<string>): Verdict {
  if (left.has(message)) return risky(UNHEARD);
  return heard.has(message) ? safe("it goes to all connections, and did from the start") : breaksNewClients();
}
