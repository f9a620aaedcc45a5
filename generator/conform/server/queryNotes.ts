import { similar } from "@wirepact/runtime";
import { quote } from "../../diagnostics.ts";
import type { Endpoint } from "../../model/endpoint.ts";
import type { Target } from "../wire/peer.ts";
import { queryNameOf, type TargetOptions } from "./target.ts";

/** What is to be known of the address's query: what was made up for it, and what was given that the contract does not know. */
export function queryNotes({ query, credentials }: Endpoint, options: TargetOptions, { made }: Target): string[] {
  const names = [...query.map(({ name }) => name), ...credentials.flatMap((one) => queryNameOf(one) ?? [])];
  const unknown = (options.query ?? []).map(([name]) => name).filter((name) => !names.includes(name));
  return [...unknown.map((name) => tellUnknown(name, names)), ...made.map(tellMade)];
}

function tellUnknown(name: string, names: readonly string[]): string {
  const meant = similar(name, names);
  const hint = meant === undefined ? tellNames(names) : `did you mean ${quote(meant)}?`;
  return `--query ${name}: the contract's query has no ${quote(name)}; ${hint}`;
}

function tellNames(names: readonly string[]): string {
  return names.length === 0 ? "it has nothing" : `it has ${names.map(quote).join(", ")}`;
}

function tellMade([name, value]: readonly [string, string]): string {
  return `the contract's query requires ${quote(name)}, which was not given: ${name}=${value} was sent; give another with --query ${name}=…`;
}
