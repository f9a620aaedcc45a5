import type { CredentialDescriptor } from "../endpoint.ts";
import type { ProtocolDescriptor } from "../protocol.ts";
import type { CheckOptions, UpgradeCheck } from "../server/credentials.ts";
import type { UpgradeRequest } from "../server/peer.ts";
import type { JwtAlgorithm, JwtOptions } from "./jwtOptions.ts";
import { jwtVerifier } from "./jwtVerifier.ts";

type JwtCredential = Extract<CredentialDescriptor, { kind: "jwt" }>;

/**
 * A server's check of the token that comes with the upgrade, where its option `jwt` turns it on: the contract says where the
 * token stands, and which algorithms are meant where the option names none. Gives the claims; with the token, its connection expires.
 */
export function jwtCheck({ endpoint }: ProtocolDescriptor, options: CheckOptions): UpgradeCheck | undefined {
  const credential = endpoint.credentials.find(({ kind }) => kind === "jwt");
  const given = options["jwt"];
  if (credential?.kind !== "jwt" || given === undefined) return undefined;
  if (typeof given !== "object" || given === null) throw new TypeError("jwt: the option must be an object");
  const verify = jwtVerifier(withDefaults(given, credential));
  const { clockTolerance = 0 }: JwtOptions = given;
  return async (request, expires) => {
    const verdict = await verify(tokenOf(request, credential));
    if (!verdict.ok) throw new Error(`jwt: ${verdict.reason}`);
    if (verdict.expires !== null) expires?.(verdict.expires + clockTolerance * 1000);
    return verdict.claims;
  };
}

/** The contract's algorithms go with a secret where they are HMAC's, and with a key where they are not. */
function withDefaults(options: JwtOptions, { algorithms }: JwtCredential): JwtOptions {
  const wantsHmac = options.secret !== undefined;
  const fitting = algorithms.filter((algorithm) => algorithm.startsWith("HS") === wantsHmac);
  // What the contract says is judged by the verifier, as all options are.
  return fitting.length === 0 ? options : { algorithms: fitting as JwtAlgorithm[], ...options };
}

function tokenOf({ query, headers }: UpgradeRequest, credential: JwtCredential): unknown {
  if (credential.in === "query") return Object.hasOwn(query, credential.name) ? query[credential.name] : undefined;
  const value = headers[credential.name.toLowerCase()];
  return typeof value === "string" ? value.replace(/^bearer +/i, "") : value;
}
