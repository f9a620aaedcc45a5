import type { Direction } from "@wirepact/runtime";
import type { Json } from "../json.ts";
import type { Contract, Message } from "../model/contract.ts";
import { SIDES, type Side } from "./change.ts";
import type { MessagePairs } from "./match/messagePairs.ts";
import type { Names } from "./match/names.ts";
import type { Prints } from "./match/prints.ts";
import { other } from "./proof.ts";
import { Reach } from "./reach.ts";
import { valueText } from "./schema/canonical.ts";

/**
 * What approvals hold on to of messages: what they say, and what those say that their frames are taken for. It asks by itself, so that
 * verdicts have as much to ask with as they would have without it.
 */
export class Ties {
  readonly #names: Names;
  readonly #prints: Readonly<Record<Side, Prints>>;
  readonly #reach: Reach;
  readonly #known: Readonly<Record<Side, readonly Message[]>>;

  constructor(before: Contract, after: Contract, { shared }: MessagePairs, names: Names, prints: Readonly<Record<Side, Prints>>) {
    this.#names = names;
    this.#prints = prints;
    this.#reach = new Reach(before, after);
    this.#known = { before: shared.map((pair) => pair.before), after: shared.map((pair) => pair.after) };
  }

  /** A message of one contract, those of the other that its frames may be taken for, and those whose frames may be taken for it. */
  of(side: Side, message: Message, from: Direction): readonly Json[] {
    const into = this.takers(side, message, from).map((taker) => ["into", ...this.#say(other(side), taker)]);
    const mistaken = this.#known[other(side)].filter((known) => this.#isTaken(other(side), known, from, message));
    const told = [...into, ...mistaken.map((known) => ["of", ...this.#say(other(side), known)])];
    return [...this.#say(side, message), ...told.sort((one, another) => (valueText(one) < valueText(another) ? -1 : 1))];
  }

  /** The same of a message that both contracts have. */
  ofBoth(before: Message, after: Message, from: Direction): readonly Json[] {
    return [this.of("before", before, from), this.of("after", after, from)];
  }

  /** What the messages that both contracts have and that this side sends say, or those of them with these new names. */
  ofAll(from: Direction, names?: ReadonlySet<string>): readonly Json[] {
    const isMeant = (side: Side, { name }: Message) => names?.has(this.#names.told(side, name)) ?? true;
    return SIDES.map((side) => {
      const sent = this.#known[side].filter((message) => message.from.includes(from) && isMeant(side, message));
      return sent.map((message) => valueText(this.#say(side, message))).sort();
    });
  }

  /** Messages of the other contract that frames of this one may be taken for, beside itself. Where that stays open, they are counted. */
  takers(side: Side, message: Message, from: Direction): Message[] {
    const near = this.#reach.within(side, message, from).filter((target) => !this.#names.isSame(side, message.name, target.name));
    if (near.length < 2) return near.filter((target) => this.#isTaken(side, message, from, target));
    if (this.#reach.into(side, message, from, near).kind === "none") return [];
    return near.filter((target) => this.#isTaken(side, message, from, target));
  }

  /** Whether some frame of a message may be accepted as another one. Where that stays open, it counts as one. */
  isMistaken(side: Side, message: Message, from: Direction): boolean {
    const takers = this.takers(side, message, from);
    return takers.some((taker) => this.#reach.acceptedAs(side, message, from, taker).kind !== "none");
  }

  #isTaken(side: Side, message: Message, from: Direction, target: Message): boolean {
    if (!message.from.includes(from) || this.#names.isSame(side, message.name, target.name)) return false;
    if (!this.#reach.mayBe(side, message, from, target)) return false;
    return this.#reach.into(side, message, from, [target]).kind !== "none";
  }

  #say(side: Side, { name, frame }: Message): readonly [name: string, print: string] {
    return [this.#names.told(side, name), this.#prints[side].of(frame)];
  }
}
