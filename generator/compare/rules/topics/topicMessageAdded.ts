import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { risky, safe, type Verdict } from "../verdicts.ts";
import { aboutTopic, type Gated, gatedBeyond, gatedOf } from "./toldTopics.ts";

/** A message that moves into a topic. */
export const topicMessageAdded: Rule = {
  title: "A message moved into a topic",
  explanation:
    "From now on it goes to connections that hear the topic. Where it went to all before, old clients that do not subscribe no longer hear it; make the topic an initial one, or send the message to all until clients subscribe.",
  opposite: "topic-message-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    const known = gatedOf(pair, "before");
    for (const gated of gatedBeyond(pair, "after", "before")) {
      yield {
        ...aboutTopic(gated.topic, gated.message),
        text: `moved into the topic ${quote(gated.topic.name)}`,
        identity: [gated.topic.name, gated.message],
        ...movedInto(gated, known),
      };
    }
  },
};

function movedInto({ topic, message }: Gated, known: ReadonlySet<string>): Verdict {
  if (known.has(message)) return safe("it goes to further connections, and to those that it went to");
  return topic.initial ? safe("connections hear the topic from the start") : risky(UNHEARD);
}

/** What becomes of an old client that hears no topic of a message. */
export const UNHEARD = "an old client that does not subscribe no longer hears it";
