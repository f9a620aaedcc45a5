import type { Json, JsonObject } from "../../json.ts";
import type { Contract } from "../../model/contract.ts";
import type { Side } from "../change.ts";
import type { MessagePair } from "../match/messagePairs.ts";
import { other } from "../proof.ts";
import type { Both } from "./place.ts";
import { Remainder } from "./remainder.ts";

/** What is known to be told of a message, where frames go from one contract to the other. */
interface Known {
  readonly demands: Json[];
  isOpen: boolean;
}

/** A reader's document and its schema of a message, without what is told. */
export interface Rest {
  readonly document: JsonObject;
  readonly frame: Json;
}

/** The demands of readers that are told to be broken or that may be, by who sends what breaks them. */
export class Told {
  readonly #contracts: Both<Contract>;
  readonly #known: Both<Map<MessagePair, Known>> = { before: new Map(), after: new Map() };
  readonly #rests: Partial<Record<Side, { readonly document: JsonObject; readonly frames: ReadonlyMap<MessagePair, Json> }>> = {};

  constructor(contracts: Both<Contract>) {
    this.#contracts = contracts;
  }

  /** Tells that frames of a sender may break a demand; `isOpen` where that was not found out. */
  add(sender: Side, pair: MessagePair, demand: Json, isOpen: boolean): void {
    const known = this.#known[sender].get(pair) ?? { demands: [], isOpen: false };
    known.demands.push(demand);
    known.isOpen ||= isOpen;
    this.#known[sender].set(pair, known);
  }

  /** Whether anything is told of what a sender sends as a message. */
  has(sender: Side, pair: MessagePair): boolean {
    return this.#known[sender].has(pair);
  }

  /** Whether something that is told of a message was not found out. */
  isOpen(sender: Side, pair: MessagePair): boolean {
    return this.#known[sender].get(pair)?.isOpen ?? false;
  }

  /** What the reader of a message asks beside all that is told; nothing is told any more once this was asked. */
  rest(sender: Side, pair: MessagePair): Rest {
    const { document, frames } = this.#rests[sender] ?? this.#take(sender);
    this.#rests[sender] = { document, frames };
    return { document, frame: frames.get(pair) ?? pair[other(sender)].frame };
  }

  #take(sender: Side) {
    const reader = other(sender);
    const remainder = new Remainder(this.#contracts[reader].document);
    const frames = new Map(
      [...this.#known[sender]].map(([pair, { demands }]) => [
        pair,
        demands.reduce((frame: Json, demand) => remainder.without(frame, demand), pair[reader].frame),
      ]),
    );
    return { document: remainder.document(), frames };
  }
}
