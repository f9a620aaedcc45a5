import type { Contract } from "../model/contract.ts";
import { type MessagePairs, pairMessages } from "./match/messagePairs.ts";
import { Names } from "./match/names.ts";
import { Prints } from "./match/prints.ts";
import { Proof } from "./proof.ts";
import { Reach } from "./reach.ts";
import { Sessions } from "./sessions.ts";
import { Ties } from "./ties.ts";

/** Two contracts of one protocol, as rules look at them. */
export interface ContractPair {
  readonly before: Contract;
  readonly after: Contract;
  /** The day of the review, as `2027-01-31`; empty where none is given, and then none has come yet. */
  readonly today: string;
  /** Which message of the one is which of the other. */
  readonly messages: MessagePairs;
  /** What a message of the one is called in the other. */
  readonly names: Names;
  /** What approvals hold on to of schemas. */
  readonly prints: { readonly before: Prints; readonly after: Prints };
  /** Asks the validators of both. */
  readonly proof: Proof;
  /** Asks which messages of the one readers may take those of the other for. */
  readonly reach: Reach;
  /** What approvals hold on to of messages. */
  readonly ties: Ties;
  /** Asks the monitors of both. */
  readonly sessions: Sessions;
}

/** Puts two contracts beside each other. */
export function pairContracts(before: Contract, after: Contract, today = ""): ContractPair {
  const messages = pairMessages(before, after);
  const names = new Names(before, after, messages);
  const proof = new Proof(before, after);
  const prints = { before: new Prints(before.document), after: new Prints(after.document) };
  const reach = new Reach(before, after);
  const ties = new Ties(before, after, messages, names, prints);
  const sessions = new Sessions({ before, after }, names, proof);
  return { before, after, today, messages, names, prints, proof, reach, ties, sessions };
}

/** The pair, asked about one change alone: what comes of it decides a verdict. */
export function apart(pair: ContractPair): ContractPair {
  return { ...pair, sessions: pair.sessions.apart() };
}
