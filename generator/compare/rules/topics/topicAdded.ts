import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { breaksNewClients } from "../verdicts.ts";
import { aboutTopic, pairTopics } from "./toldTopics.ts";

/** A topic that clients may subscribe to from now on. */
export const topicAdded: Rule = {
  title: "A topic was added",
  explanation:
    "Old clients do not know it and do not ask for it. New clients that ask an old server for it hear nothing. What becomes of messages that move into it is told of each of them.",
  opposite: "topic-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const topic of pairTopics(pair).added) {
      yield {
        ...aboutTopic(topic),
        text: `a new topic: ${quote(topic.name)}`,
        identity: [topic.name],
        ...breaksNewClients(),
      };
    }
  },
};
