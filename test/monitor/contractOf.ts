import { Findings } from "../../generator/diagnostics.ts";
import { buildContract } from "../../generator/model/buildContract.ts";
import type { Contract } from "../../generator/model/contract.ts";
import { loadShipped } from "../support/protocols.ts";

/** One of the five contracts. */
export async function contractOf(protocol: string): Promise<Contract> {
  const { document } = await loadShipped(protocol);
  const contract = buildContract(document, protocol, new Findings());
  if (contract === undefined) throw new Error(`${protocol} is no contract`);
  return contract;
}
