import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { breaksNewClients, risky } from "../verdicts.ts";
import { aboutTopic, pairTopics } from "./toldTopics.ts";
import { UNHEARD } from "./topicMessageAdded.ts";

/** A topic is heard from the start, or no more. */
export const topicInitialChanged: Rule = {
  title: "A topic is heard from the start, or only when asked for",
  explanation:
    "Where it is no longer heard from the start, old clients that never asked for it hear nothing of it. Where it is now, old clients hear messages that they did not ask for.",
  opposite: "topic-initial-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairTopics(pair).kept) {
      if (before.initial === after.initial) continue;
      yield {
        ...aboutTopic(after),
        text: `the topic ${quote(after.name)} is ${after.initial ? "heard from the start" : "no longer heard from the start"}`,
        identity: [after.name, after.initial],
        ...(after.initial ? breaksNewClients() : risky(UNHEARD)),
      };
    }
  },
};
