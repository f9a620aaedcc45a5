import type { Contract } from "../../model/contract.ts";
import type { Target } from "../wire/peer.ts";
import { type TargetOptions, targetOf } from "./target.ts";

/** A connection that the contract refuses. */
export interface Stranger {
  /** Behind `refuses-connection/`. */
  readonly name: string;
  readonly title: string;
  /** Undefined where nobody can know how to provoke it. */
  readonly target: Target | undefined;
}

/** Connections that should be refused: with a token that is none, without one, and without what the query must have. */
export function strangersOf(contract: Contract, options: TargetOptions): readonly Stranger[] {
  const { refusals, query, credentials } = contract.endpoint;
  if (refusals.length === 0) return [];
  const hasToken = credentials.some(({ descriptor }) => descriptor !== null && descriptor.kind !== "eip191");
  const { token, ...others } = options;
  const wrong = (tokens: Pick<TargetOptions, "token">) =>
    token === undefined ? undefined : targetOf(contract, { ...others, ...tokens });
  const proofs = [
    { name: "without-token", title: "refuses a connection without a token", target: wrong({}) },
    { name: "wrong-token", title: "refuses a connection with a token that is none", target: wrong({ token: "not-a-token" }) },
  ];
  const plain = query.filter(({ option }) => option !== null);
  const absent = plain.map(({ name }) => ({
    name: `without-${name}`,
    title: `refuses a connection without ${name}`,
    target: without(targetOf(contract, options), name),
  }));
  return [...(hasToken ? proofs : []), ...absent];
}

function without(target: Target, name: string): Target {
  const url = new URL(target.url);
  url.searchParams.delete(name);
  return { ...target, url };
}
