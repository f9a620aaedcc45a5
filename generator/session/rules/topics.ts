import { gatesOf, initialTopics, topicsAt } from "@wirepact/runtime/laws";
import { quote } from "../../diagnostics.ts";
import type { Heard } from "../heard.ts";
import { NOTHING, type Rule, type SessionState } from "../rule.ts";
import { placed } from "../sessionPlan.ts";
import type { Violation } from "../verdict.ts";

/** Messages of topics go only to connections that hear one of them. */
export function topicsRule({ plan }: SessionState): Rule {
  const words = plan.contract.session.topics;
  if (words === null) return { hear: () => [], retained: NOTHING };
  const gates = gatesOf(words);
  const known = new Set(words.topics.map(({ name }) => name));
  const heardTopics = initialTopics(words);

  const follow = ({ message, frame, isWhole }: Heard): void => {
    if (!isWhole) return;
    // A peer may ask for any number of topics; those of the contract are few.
    const named = topicsAt(frame, words.pointer).filter((topic) => known.has(topic));
    if (message === words.subscribe) for (const topic of named) heardTopics.add(topic);
    if (message === words.unsubscribe) for (const topic of named) heardTopics.delete(topic);
  };
  const hear = (heard: Heard): Violation[] => {
    follow(heard);
    const topics = gates.get(heard.message);
    if (topics === undefined || topics.some((topic) => heardTopics.has(topic))) return [];
    const text = `${heard.message} must not be sent to a connection that is not subscribed to ${topics.map(quote).join(" or ")}`;
    const at = placed("/x-wirepact/topics", plan.messages.get(heard.message)?.source);
    return [{ rule: "topics", at, text, number: heard.number }];
  };
  return { hear, retained: () => heardTopics.size };
}
