import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { safe } from "../verdicts.ts";
import { aboutTopic } from "./toldTopics.ts";

/** A contract that has topics from now on. */
export const topicsAdded: Rule = {
  title: "A contract has topics now",
  explanation:
    "Some messages go only to connections that subscribe. Which ones moved, and whom that leaves out, is told of each.",
  opposite: "topics-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    const { topics } = pair.after.session;
    if (topics === null || pair.before.session.topics !== null) return;
    yield {
      ...aboutTopic({ side: "after", pointer: "/x-wirepact/topics" }),
      text: `clients subscribe by ${quote(topics.subscribe)}`,
      identity: [topics.subscribe],
      ...safe("what moves into a topic is told of each message"),
    };
  },
};
