import type { Contract } from "../model/contract.ts";
import { type MessagePairs, pairMessages } from "./match/messagePairs.ts";
import { Names } from "./match/names.ts";
import { Proof } from "./proof.ts";
import { Reach } from "./reach.ts";
import { Sessions } from "./sessions.ts";

/** Two contracts of one protocol, as rules look at them. */
export interface ContractPair {
  readonly before: Contract;
  readonly after: Contract;
  /** Which message of the one is which of the other. */
  readonly messages: MessagePairs;
  /** What a message of the one is called in the other. */
  readonly names: Names;
  /** Asks the validators of both. */
  readonly proof: Proof;
  /** Asks which messages of the one readers may take those of the other for. */
  readonly reach: Reach;
  /** Asks the monitors of both. */
  readonly sessions: Sessions;
}

/** Puts two contracts beside each other. */
export function pairContracts(before: Contract, after: Contract): ContractPair {
  const messages = pairMessages(before, after);
  const names = new Names(before, after, messages);
  const proof = new Proof(before, after);
  const reach = new Reach(before, after);
  return { before, after, messages, names, proof, reach, sessions: new Sessions({ before, after }, names, proof) };
}
