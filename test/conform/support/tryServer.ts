import { runCases } from "../../../generator/conform/run.ts";
import { type ServerOptions, serverSuite } from "../../../generator/conform/server/serverSuite.ts";
import type { CaseResult, Verdict } from "../../../generator/conform/verdict.ts";
import type { Contract } from "../../../generator/model/contract.ts";
import { type Shipped, shippedContract } from "../../support/shipped.ts";

/** Milliseconds for what is merely waited for here: all that these servers say, they say at once. */
const QUIET = 20;

/** A server of a test. */
export interface Tried {
  readonly url: string;
  readonly stop: () => unknown;
}

/** How a server is tried here. */
export interface TryOptions extends Omit<ServerOptions, "url"> {
  /** The only case to be run, by its name behind `server/<protocol>/`. */
  readonly only?: string;
  readonly timeout?: number;
}

/** Holds a server against its contract, and stops it. */
export async function tryServer(protocol: Shipped, { url, stop }: Tried, options: TryOptions = {}): Promise<CaseResult[]> {
  const contract = await contractOf(protocol);
  const { only, timeout = 20_000, ...others } = options;
  const results: CaseResult[] = [];
  try {
    const { cases } = serverSuite(contract, { quiet: QUIET, ...others, url });
    const chosen = cases.filter(({ id }) => only === undefined || nameOf(id) === only);
    for await (const result of runCases(chosen, { timeout })) results.push(result);
    return results;
  } finally {
    await stop();
  }
}

const contracts = new Map<Shipped, Promise<Contract>>();

/** Contracts are read once, since what is derived from them is kept with them. */
function contractOf(protocol: Shipped): Promise<Contract> {
  const contract = contracts.get(protocol) ?? shippedContract(protocol);
  contracts.set(protocol, contract);
  return contract;
}

/** Milliseconds for a case: what a server with a fault never says is waited for until they are over. */
export function timeFor(fault: string): number {
  return /\b(?:no|never|silent)\b/.test(fault) ? 1_500 : 20_000;
}

/** What is neither a pass nor left out, by the cases' names. */
export function badOf(results: readonly CaseResult[]): Record<string, Verdict> {
  return Object.fromEntries(
    results.flatMap(({ id, verdict }) => (verdict.kind === "pass" || verdict.kind === "skipped" ? [] : [[nameOf(id), verdict]])),
  );
}

/** Why cases were left out, by their names. */
export function skippedOf(results: readonly CaseResult[]): Record<string, string> {
  return Object.fromEntries(
    results.flatMap(({ id, verdict }) => (verdict.kind === "skipped" ? [[nameOf(id), verdict.reason]] : [])),
  );
}

/** The rules that were broken, in the order of the alphabet. */
export function rulesOf(results: readonly CaseResult[]): string[] {
  return [...new Set(results.flatMap(({ verdict }) => (verdict.kind === "fail" ? [verdict.rule] : [])))].sort();
}

/** How many cases came out how. */
export function countsOf(results: readonly CaseResult[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { verdict } of results) counts[verdict.kind] = (counts[verdict.kind] ?? 0) + 1;
  return counts;
}

function nameOf(id: string): string {
  return id.split("/").slice(2).join("/");
}
