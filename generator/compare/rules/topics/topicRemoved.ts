import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { risky } from "../verdicts.ts";
import { aboutTopic, pairTopics } from "./toldTopics.ts";

/** A topic that is gone. */
export const topicRemoved: Rule = {
  title: "A topic was removed",
  explanation:
    "Old clients may subscribe to it, and new servers do not know it. What becomes of messages that move out of it is told of each of them.",
  opposite: "topic-added",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const topic of pairTopics(pair).removed) {
      yield {
        ...aboutTopic(topic),
        text: `the topic ${quote(topic.name)} is gone`,
        identity: [topic.name],
        ...risky("an old client may ask for it, and new servers do not know it"),
      };
    }
  },
};
