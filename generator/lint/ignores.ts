import { similar } from "@wirepact/runtime";
import { quote } from "../diagnostics.ts";
import type { Contract } from "../model/contract.ts";
import type { Ignore } from "./settings.ts";

/** Something that was found, as far as an ignore can be about it. */
export interface Ignorable {
  readonly code: string;
  readonly pointer: string;
  readonly about?: string;
}

/** Whether an ignore covers a finding of a contract: the same rule, at its place or inside of it. */
export function covers({ rule, at, protocol }: Ignore, { code, pointer, about }: Ignorable, contract: Contract): boolean {
  if (rule !== code || (protocol !== undefined && protocol !== contract.protocol)) return false;
  return at === about || pointersOf(at, contract).some((place) => pointer === place || pointer.startsWith(`${place}/`));
}

/** What is wrong with an ignore that covered nothing in these contracts. */
export function staleText({ rule, at, protocol }: Ignore, contracts: readonly Contract[]): string {
  const meant = contracts.filter((contract) => protocol === undefined || contract.protocol === protocol);
  if (protocol !== undefined && meant.length === 0)
    return `no protocol is named ${quote(protocol)}; ${hintOf(
      protocol,
      contracts.map((contract) => contract.protocol),
    )}`;
  if (meant.some((contract) => pointersOf(at, contract).length > 0))
    return `${quote(at)} does not break ${rule}; remove this entry`;
  const [inside] = meant.flatMap((contract) => insideOf(at, contract));
  if (inside !== undefined)
    return `no message and no schema is named ${quote(at)}; write ${quote(inside.name)}, or the JSON Pointer of what stands in it, which begins with ${quote(inside.pointer)}`;
  const known = meant.flatMap(({ messages, definitions }) => [...messages, ...definitions].map(({ name }) => name));
  return `no message and no schema is named ${quote(at)}; ${hintOf(at, known)}`;
}

/** Whether an ignore tries to name what stands in a message or a schema of a contract by more than its name, which covers nothing. */
export function isInside({ at, protocol }: Ignore, contract: Contract): boolean {
  return (protocol === undefined || protocol === contract.protocol) && insideOf(at, contract).length > 0;
}

/** The message or the schema whose name a longer one begins with: `users/kind`, `users.kind`. */
function insideOf(at: string, contract: Contract): readonly Named[] {
  if (pointersOf(at, contract).length > 0) return [];
  const [name = ""] = at.split(/[/.#]/);
  return at.startsWith("/") || name === at ? [] : namedIn(contract).filter((one) => one.name === name);
}

interface Named {
  readonly name: string;
  readonly pointer: string;
}

function namedIn({ messages, definitions }: Contract): readonly Named[] {
  return [...messages, ...definitions];
}

function hintOf(given: string, known: readonly string[]): string {
  const meant = similar(given, known);
  return meant === undefined ? "correct it, or remove this entry" : `did you mean ${quote(meant)}?`;
}

function pointersOf(at: string, contract: Contract): readonly string[] {
  if (at.startsWith("/")) return [at];
  return namedIn(contract)
    .filter(({ name }) => name === at)
    .map(({ pointer }) => pointer);
}
