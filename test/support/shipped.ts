import type { Contract, Message } from "../../generator/model/contract.ts";
import { contractOf } from "./makeFiles.ts";
import { loadShipped, PROTOCOLS } from "./protocols.ts";

/** Name of a protocol that ships with Wirepact. */
export type Shipped = (typeof PROTOCOLS)[number];

/** The contract of one of the five, from its schema. */
export async function shippedContract(protocol: Shipped): Promise<Contract> {
  return contractOf((await loadShipped(protocol)).document, protocol);
}

/** The contracts of all five. */
export function shippedContracts(): Promise<Contract[]> {
  return Promise.all(PROTOCOLS.map(shippedContract));
}

/** Contracts as the rows of a table of tests. */
export function byProtocol(contracts: readonly Contract[]): [string, Contract][] {
  return contracts.map((contract) => [contract.protocol, contract]);
}

/** Messages as the rows of a table of tests. */
export function byName(messages: readonly Message[]): [string, Message][] {
  return messages.map((message) => [message.name, message]);
}
