import type { Contract } from "../../model/contract.ts";
import type { Credential } from "../../model/credentials.ts";
import { requiredQuery, sampleFor } from "../sampleQuery.ts";
import type { Target } from "../wire/peer.ts";

/** What is given to connect with. */
export interface TargetOptions {
  readonly url: string;
  readonly token?: string | undefined;
  readonly query?: readonly (readonly [name: string, value: string])[];
  readonly headers?: readonly (readonly [name: string, value: string])[];
  readonly auth?: readonly (readonly [name: string, value: string])[];
}

/** Nobody can connect with what was given. */
export class BadTarget extends Error {
  override readonly name = "BadTarget";
}

/**
 * Where to connect. The URL is taken as it is given; without a path it gets the contract's, and what its query must have and nobody gave
 * is made up. Throws BadTarget.
 */
export function targetOf({ endpoint, transport }: Contract, options: TargetOptions): Target {
  const url = urlOf(options.url, transport);
  if (url.pathname === "/" && endpoint.path !== "/") {
    if (endpoint.path.includes("{")) throw new BadTarget(`${url.origin}/ must say where to: its path is ${endpoint.path}`);
    url.pathname = endpoint.path;
  }
  const proof = options.token === undefined ? undefined : proofOf(endpoint, options.token);
  for (const [name, value] of [...(options.query ?? []), ...(proof?.query ?? [])]) url.searchParams.set(name, value);
  const made = madeUp(endpoint, url);
  for (const [name, value] of made) url.searchParams.set(name, value);
  const headers = Object.fromEntries([...(proof?.headers ?? []), ...(options.headers ?? [])]);
  return { url, headers, auth: Object.fromEntries(options.auth ?? []), made };
}

/** What the query must have and has not. Proofs are not made up: none would be taken. */
function madeUp(endpoint: Contract["endpoint"], url: URL): Target["made"] {
  const proofs = new Set(endpoint.credentials.map(queryNameOf));
  const missing = requiredQuery(endpoint).filter(({ name }) => !proofs.has(name) && !url.searchParams.has(name));
  return missing.map(sampleFor);
}

/** The parameter of the query in which a credential stands; undefined where it stands elsewhere. */
export function queryNameOf({ descriptor }: Credential): string | undefined {
  return descriptor !== null && "in" in descriptor && descriptor.in === "query" ? descriptor.name : undefined;
}

function urlOf(given: string, transport: Contract["transport"]): URL {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const scheme = /^(?:ws|http)(s?):$/.exec(url?.protocol ?? "");
  if (url === undefined || scheme === null) throw new BadTarget(`${given} must be an address that begins with ws:// or http://`);
  // `ws` and Socket.IO take either scheme; URLs of theirs are compared by people.
  const wanted = `${transport === "websocket" ? "ws" : "http"}${scheme[1]}:`;
  return new URL(given.replace(/^[a-z]+:/i, wanted));
}

/** Where the first credential of the contract that is a token stands. */
function proofOf({ credentials }: Contract["endpoint"], token: string): Pick<TargetOptions, "query" | "headers"> {
  for (const { descriptor } of credentials) {
    if (descriptor?.kind === "bearer") return { headers: [["authorization", `Bearer ${token}`]] };
    if (descriptor?.kind !== "jwt" && descriptor?.kind !== "apiKey") continue;
    return descriptor.in === "query" ? { query: [[descriptor.name, token]] } : { headers: [[descriptor.name, token]] };
  }
  throw new BadTarget("the contract has no token; give --query, --header or --auth");
}
