import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { risky, safe, type Verdict } from "../verdicts.ts";
import { aboutTopic, type Gated, gatedBeyond, topicsOf } from "./toldTopics.ts";

/** A message that moves into a topic. */
export const topicMessageAdded: Rule = {
  title: "A message moved into a topic",
  explanation:
    "From now on it goes to connections that hear the topic. Where it went to all before, old clients that do not subscribe no longer hear it; make the topic an initial one, or send the message to all until clients subscribe.",
  opposite: "topic-message-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const gated of gatedBeyond(pair, "after", "before")) {
      yield {
        ...aboutTopic(gated.topic, gated.message),
        text: `moved into the topic ${quote(gated.topic.name)}`,
        identity: [gated.topic.name, gated.message],
        ...movedInto(pair, gated),
      };
    }
  },
};

function movedInto(pair: ContractPair, { topic, message }: Gated): Verdict {
  if (topicsOf(pair, "before", message).length > 0) return safe("it goes to further connections, and to those that it went to");
  return topic.initial ? safe("connections hear the topic from the start") : risky(UNHEARD);
}

/** What becomes of an old client that hears no topic of a message. */
export const UNHEARD = "an old client that does not subscribe no longer hears it";
