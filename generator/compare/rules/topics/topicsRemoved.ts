import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { safe } from "../verdicts.ts";
import { aboutTopic } from "./toldTopics.ts";

/** A contract that has no topics any more. */
export const topicsRemoved: Rule = {
  title: "A contract has no topics any more",
  explanation: "All messages go to all connections. What an old client subscribes to changes nothing.",
  opposite: "topics-added",
  *find(pair: ContractPair): Iterable<Finding> {
    const { topics } = pair.before.session;
    if (topics === null || pair.after.session.topics !== null) return;
    yield {
      ...aboutTopic({ side: "before", pointer: "/x-wirepact/topics" }),
      text: `clients no longer subscribe by ${quote(topics.subscribe)}`,
      identity: [topics.subscribe],
      ...safe("what moves out of a topic is told of each message"),
    };
  },
};
