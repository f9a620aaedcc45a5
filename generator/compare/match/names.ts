import type { Contract, Message } from "../../model/contract.ts";
import type { Side } from "../change.ts";
import type { MessagePairs } from "./messagePairs.ts";

/** What messages are called, where some of them were renamed: rules speak of all by their new names. */
export class Names {
  readonly #toAfter: ReadonlyMap<string, string>;
  readonly #messages: Readonly<Record<Side, ReadonlyMap<string, Message>>>;

  constructor(before: Contract, after: Contract, { renamed }: MessagePairs) {
    this.#toAfter = new Map(renamed.map((pair) => [pair.before.name, pair.after.name]));
    this.#messages = {
      before: new Map(before.messages.map((message) => [this.toAfter(message.name), message])),
      after: new Map(after.messages.map((message) => [message.name, message])),
    };
  }

  /** The new name of a message of the old contract; its own where it was not renamed. */
  toAfter(name: string): string {
    return this.#toAfter.get(name) ?? name;
  }

  /** A name of one of the contracts as the new one has it. */
  told(side: Side, name: string): string {
    return side === "before" ? this.toAfter(name) : name;
  }

  /** Whether a message of a side and one of the other are one and the same. */
  isSame(side: Side, name: string, otherName: string): boolean {
    return this.told(side, name) === this.told(side === "before" ? "after" : "before", otherName);
  }

  /** The message of a side that has this new name. */
  message(side: Side, name: string): Message | undefined {
    return this.#messages[side].get(name);
  }
}
