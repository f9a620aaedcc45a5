import { escapeStep } from "@wirepact/runtime";
import type { Finding, Side } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { type Paired, pairByKey } from "../../match/byKey.ts";

/** A topic of one of the contracts, in the names of the new one. */
export interface ToldTopic {
  readonly name: string;
  readonly messages: readonly string[];
  readonly initial: boolean;
  readonly side: Side;
  readonly pointer: string;
}

/** A message of a topic. */
export interface Gated {
  readonly topic: ToldTopic;
  readonly message: string;
}

/** Topics of both contracts by their names. */
export function pairTopics(pair: ContractPair): Paired<ToldTopic> {
  return pairByKey(toldTopics(pair, "before"), toldTopics(pair, "after"), ({ name }) => name);
}

/** The topics of a side. */
export function toldTopics({ names, ...pair }: ContractPair, side: Side): ToldTopic[] {
  const { topics = [] } = pair[side].session.topics ?? {};
  return topics.map(({ name, messages, initial }) => ({
    name,
    messages: messages.map((message) => names.told(side, message)),
    initial,
    side,
    pointer: `/x-wirepact/topics/topics/${escapeStep(name)}`,
  }));
}

/** Messages that are in a topic of one side, and not in that of the other; those that only one contract has are told by themselves. */
export function gatedBeyond(pair: ContractPair, side: Side, other: Side): Gated[] {
  const known = new Map(toldTopics(pair, other).map(({ name, messages }) => [name, new Set(messages)]));
  return toldTopics(pair, side).flatMap((topic) =>
    topic.messages
      .filter((message) => known.get(topic.name)?.has(message) !== true && pair.names.message(other, message) !== undefined)
      .map((message) => ({ topic, message })),
  );
}

/** The messages of a side that are in any topic. */
export function gatedOf(pair: ContractPair, side: Side): ReadonlySet<string> {
  return new Set(toldTopics(pair, side).flatMap(({ messages }) => messages));
}

/** What is the same in all that is said of a topic. */
export function aboutTopic(
  { pointer, side }: Pick<ToldTopic, "pointer" | "side">,
  message: string | null = null,
): Pick<Finding, "level" | "message" | "from" | "pointer" | "side"> {
  return { level: "wire", message, from: ["server"], pointer, side };
}
