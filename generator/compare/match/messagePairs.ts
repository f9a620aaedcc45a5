import type { Direction } from "@wirepact/runtime";
import { grouped } from "../../grouped.ts";
import type { Contract, Message } from "../../model/contract.ts";
import { Digests } from "./digests.ts";
import { shapeOf } from "./shapeOf.ts";

/** A message of either contract that are one and the same. */
export interface MessagePair {
  readonly before: Message;
  readonly after: Message;
  /** Whether its frames have the same schema, in whatever words. */
  readonly isSame: boolean;
}

/** Which messages of two contracts are the same, by their names, or else by all that they are beside their names. */
export interface MessagePairs {
  readonly kept: readonly MessagePair[];
  /** Pairs whose names differ. */
  readonly renamed: readonly MessagePair[];
  /** All messages that both contracts have: those that are kept, and those that were renamed. */
  readonly shared: readonly MessagePair[];
  readonly removed: readonly Message[];
  readonly added: readonly Message[];
  readonly digests: Digests;
}

/** Pairs the messages of two contracts. */
export function pairMessages(before: Contract, after: Contract): MessagePairs {
  const digests = new Digests(before, after);
  const [older, newer] = [byName(before), byName(after)];
  const pair = (one: Message, other: Message): MessagePair => ({
    before: one,
    after: other,
    isSame: digests.of("before", one.frame) === digests.of("after", other.frame),
  });
  const kept = before.messages.flatMap((message) => {
    const other = newer.get(message.name);
    return other === undefined ? [] : [pair(message, other)];
  });
  const gone = before.messages.filter(({ name }) => !newer.has(name));
  const come = after.messages.filter(({ name }) => !older.has(name));
  const twins = findTwins(gone, come, (side, message) => {
    const contract = side === "before" ? before : after;
    return `${message.from.join()} ${message.body} ${digests.of(side, shapeOf(contract, message))}`;
  });
  const renamed = twins.map(([one, other]) => pair(one, other));
  return {
    kept,
    renamed,
    shared: [...kept, ...renamed],
    removed: gone.filter((message) => !twins.some(([one]) => one === message)),
    added: come.filter((message) => !twins.some(([, other]) => other === message)),
    digests,
  };
}

/** Directions in which both messages of a pair are sent. */
export function sharedDirections({ before, after }: MessagePair): Direction[] {
  return before.from.filter((direction) => after.from.includes(direction));
}

function byName({ messages }: Contract): Map<string, Message> {
  return new Map(messages.map((message) => [message.name, message]));
}

/** Messages that say the same but for their names, where no other does: what several could be is not guessed. */
function findTwins(
  gone: readonly Message[],
  come: readonly Message[],
  print: (side: "before" | "after", message: Message) => string,
): (readonly [before: Message, after: Message])[] {
  const [older, newer] = [grouped(gone, (one) => print("before", one)), grouped(come, (one) => print("after", one))];
  return [...older].flatMap(([shape, [one, ...others]]) => {
    const [other, ...rivals] = newer.get(shape) ?? [];
    if (one === undefined || other === undefined || others.length > 0 || rivals.length > 0) return [];
    return [[one, other] as const];
  });
}
