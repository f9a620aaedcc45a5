import { quote } from "../../../diagnostics.ts";
import type { Finding, Side } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { presentAt } from "../../match/regions.ts";
import { other } from "../../proof.ts";
import type { Rule } from "../rule.ts";
import { breaksNewClients, risky, safe, type Verdict } from "../verdicts.ts";
import { aboutTopic, type Gated, gatedBeyond, gatedOf, toldTopics } from "./toldTopics.ts";

/** A message that moves into a topic. */
export const topicMessageAdded: Rule = {
  title: "A message moved into a topic",
  explanation:
    "From now on it goes to connections that hear the topic. Where it went to all before, old clients that do not subscribe no longer hear it; put it into a new topic that is an initial one, or send the message to all until clients subscribe. Old servers that have it in another topic do not send it to new clients that subscribe to this one.",
  opposite: "topic-message-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    const known = gatedOf(pair, "before");
    const heard = heardUnasked(pair, "after");
    for (const gated of gatedBeyond(pair, "after", "before")) {
      yield {
        ...aboutTopic(gated.topic, gated.message),
        text: `moved into the topic ${quote(gated.topic.name)}`,
        identity: [gated.topic.name, gated.message],
        ...movedInto(gated, known, heard),
      };
    }
  },
};

function movedInto({ message, topic }: Gated, known: ReadonlySet<string>, heard: ReadonlySet<string>): Verdict {
  if (known.has(message)) return breaksNewClients();
  if (heard.has(message)) return safe("connections hear the topic from the start");
  return risky(topic.initial ? "an old client that unsubscribes from the topic no longer hears it" : UNHEARD);
}

/** What becomes of an old client that hears no topic of a message. */
export const UNHEARD = "an old client that does not subscribe no longer hears it";

/** Of further topics it is not asked whether clients may leave them. */
const MOST_ASKED = 100;

/** Messages of a side that clients with the other contract hear from the start, with no way to stop it. */
export function heardUnasked(pair: ContractPair, side: Side): ReadonlySet<string> {
  const topics = toldTopics(pair, side).filter(({ initial }) => initial);
  const kept = topics.slice(0, MOST_ASKED).filter(({ name }) => !mayStop(pair, other(side), name));
  return new Set(kept.flatMap(({ messages }) => messages));
}

/** Whether clients of a side may unsubscribe from a topic: it is one of theirs, and the message has a place for its name. */
function mayStop({ names, sessions, ...pair }: ContractPair, side: Side, name: string): boolean {
  const { topics } = pair[side].session;
  if (topics === null || !topics.topics.some((topic) => topic.name === name)) return false;
  const named = { anyOf: [{ const: name }, { type: "array", contains: { const: name } }] };
  const found = sessions.stepWith(side, names.told(side, topics.unsubscribe), "client", [presentAt(topics.pointer, named)]);
  return found.kind !== "none";
}
