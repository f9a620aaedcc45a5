import { escapeStep } from "@wirepact/runtime";
import { getObject } from "../../json.ts";
import type { Contract } from "../../model/contract.ts";
import { eachRemoved, removed, replaced } from "../change.ts";
import type { Change } from "../mutant.ts";

const TOPICS = "/x-wirepact/topics";

/** Everybody hears everything, or all but a topic. */
export function dropTopic({ document, session: { topics } }: Contract): Change[] {
  if (topics === null) return [];
  return [
    removed(document, TOPICS, "there are no topics"),
    ...topics.topics.map(({ name }) => removed(document, `${TOPICS}/topics/${escapeStep(name)}`, `there is no topic ${name}`)),
  ];
}

/** What belongs to a topic, and who hears it unasked. */
export function changeTopic({ document, session: { topics } }: Contract): Change[] {
  if (topics === null) return [];
  return topics.topics.flatMap(({ name, messages, initial }) => {
    const place = `${TOPICS}/topics/${escapeStep(name)}`;
    const others = topics.topics
      .flatMap((other) => (other.name === name ? [] : other.messages))
      .filter((one) => !messages.includes(one));
    return [
      replaced(
        document,
        `${place}/initial`,
        !initial,
        initial ? `${name} is heard by who asks for it` : `${name} is heard by all`,
      ),
      ...eachRemoved(document, `${place}/messages`, messages, (message) => `${message} is no part of ${name}`),
      ...others.map((message) =>
        replaced(document, `${place}/messages`, [...messages, message], `${message} is part of ${name}, too`, message),
      ),
    ];
  });
}

/** What subscribes takes away, and the other way round. */
export function swapSubscription({ document, session: { topics } }: Contract): Change[] {
  if (topics === null) return [];
  const { subscribe, unsubscribe } = topics;
  const held = getObject(getObject(document, "x-wirepact"), "topics");
  return [
    replaced(
      document,
      TOPICS,
      { ...held, subscribe: unsubscribe, unsubscribe: subscribe },
      `${subscribe} takes topics away`,
      "turned",
    ),
  ];
}
