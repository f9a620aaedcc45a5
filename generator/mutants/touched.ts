import type { Contract, Message } from "../model/contract.ts";
import { reachableDefinitions } from "../model/definitions.ts";

/** Finds which messages a place of a contract's document is part of. */
export class Touched {
  readonly #contract: Contract;
  readonly #reached: ReadonlyMap<Message, readonly string[]>;

  constructor(contract: Contract) {
    this.#contract = contract;
    this.#reached = new Map(
      contract.messages.map((message) => [
        message,
        reachableDefinitions(contract.document, [message.frame]).map(({ pointer }) => pointer),
      ]),
    );
  }

  /** The messages whose frames a change there may change; none where it is no part of a message's schema. */
  by(pointer: string): readonly Message[] {
    const holds = (place: string) => pointer === place || pointer.startsWith(`${place}/`);
    return this.#contract.messages.filter(
      (message) => holds(message.pointer) || this.#reached.get(message)?.some(holds) === true,
    );
  }
}
