import type { Contract } from "../model/contract.ts";
import { type MessagePairs, pairMessages } from "./match/messagePairs.ts";
import { Proof } from "./proof.ts";

/** Two contracts of one protocol, as rules look at them. */
export interface ContractPair {
  readonly before: Contract;
  readonly after: Contract;
  /** Which message of the one is which of the other. */
  readonly messages: MessagePairs;
  /** Asks the validators of both. */
  readonly proof: Proof;
}

/** Puts two contracts beside each other. */
export function pairContracts(before: Contract, after: Contract): ContractPair {
  return { before, after, messages: pairMessages(before, after), proof: new Proof(before, after) };
}
