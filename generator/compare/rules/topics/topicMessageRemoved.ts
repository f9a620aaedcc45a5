import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { risky, safe, type Verdict } from "../verdicts.ts";
import { aboutTopic, type Gated, gatedBeyond, topicsOf } from "./toldTopics.ts";
import { UNHEARD } from "./topicMessageAdded.ts";

/** A message that moves out of a topic. */
export const topicMessageRemoved: Rule = {
  title: "A message moved out of a topic",
  explanation:
    "Where it is in no topic any more, it goes to all, asked or not. Where it is in others, old clients that hear just this one no longer get it.",
  opposite: "topic-message-added",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const gated of gatedBeyond(pair, "before", "after")) {
      yield {
        ...aboutTopic(gated.topic, gated.message),
        text: `moved out of the topic ${quote(gated.topic.name)}`,
        identity: [gated.topic.name, gated.message],
        ...movedOut(pair, gated),
      };
    }
  },
};

function movedOut(pair: ContractPair, { message }: Gated): Verdict {
  return topicsOf(pair, "after", message).length > 0 ? risky(UNHEARD) : safe("it goes to all connections");
}
