import { quote } from "../../../diagnostics.ts";
import type { Finding, Side } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { breaksBoth } from "../verdicts.ts";
import { aboutTopic } from "./toldTopics.ts";

/** Clients subscribe by another message, or in another place of it. */
export const topicsSubscriptionChanged: Rule = {
  title: "Clients subscribe in another way",
  explanation:
    "Old clients subscribe by a message, or in a place of it, that new servers do not look at. Accept both for a while: nothing keeps a server from it.",
  opposite: "topics-subscription-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    const [before, after] = [wayOf(pair, "before"), wayOf(pair, "after")];
    if (before === undefined || after === undefined || before === after) return;
    yield {
      ...aboutTopic({ side: "after", pointer: "/x-wirepact/topics" }),
      text: `clients subscribe by ${after}; they did by ${before}`,
      identity: [before, after],
      ...breaksBoth("the server does not take a client of the other contract for subscribed"),
    };
  },
};

function wayOf({ names, ...pair }: ContractPair, side: Side): string | undefined {
  const { topics } = pair[side].session;
  if (topics === null) return undefined;
  const { subscribe, unsubscribe, pointer } = topics;
  return `${quote(names.told(side, subscribe))} and ${quote(names.told(side, unsubscribe))} at ${quote(pointer)}`;
}
