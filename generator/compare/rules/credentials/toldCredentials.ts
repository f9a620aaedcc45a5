import { quote } from "../../../diagnostics.ts";
import { getList, isObject, type Json, type JsonObject } from "../../../json.ts";
import type { Credential } from "../../../model/credentials.ts";
import { follow } from "../../../model/references.ts";
import { serversOf } from "../../../model/servers.ts";
import type { Finding, Side } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { type Paired, pairByKey } from "../../match/byKey.ts";
import { sortedValues, valueText } from "../../schema/canonical.ts";

/** A credential of one of the contracts. */
export interface ToldCredential extends Credential {
  readonly side: Side;
  /** What it is and where it stands, as people read it; the name of the scheme is nobody's affair. */
  readonly what: string;
  readonly pointer: string;
}

/** Credentials of both contracts: by what they are, and where that differs by their names. */
export function pairCredentials(pair: ContractPair): Paired<ToldCredential> {
  const same = pairByKey(toldCredentials(pair, "before"), toldCredentials(pair, "after"), ({ what }) => what);
  const named = pairByKey(same.removed, same.added, ({ name }) => name);
  return { ...named, kept: [...same.kept, ...named.kept] };
}

function toldCredentials(pair: ContractPair, side: Side): ToldCredential[] {
  const { document, endpoint } = pair[side];
  const schemes = getList(serversOf(document)[0]?.value, "security").map((one) => follow(document, one, ""));
  return endpoint.credentials.map((credential, index) => {
    const scheme = schemes[index];
    return { ...credential, side, what: describe(credential, scheme?.value), pointer: scheme?.pointer || "/servers" };
  });
}

function describe({ descriptor }: Credential, scheme: Parameters<typeof valueText>[0] | undefined): string {
  switch (descriptor?.kind) {
    case "jwt":
    case "apiKey":
      return `${descriptor.kind === "jwt" ? "a JWT" : "a key"} as ${quote(descriptor.name)} in the ${descriptor.in}`;
    case "bearer":
      return "a bearer token in a header";
    case "eip191":
      return `a wallet's signature at ${quote(descriptor.pointer)} of every frame`;
    default:
      return isObject(scheme) ? schemeText(scheme) : "a scheme of its own";
  }
}

/** A scheme that stubs leave to their users, without what only people read. */
function schemeText(scheme: JsonObject): string {
  const { description: _, ...rules } = scheme;
  return valueText(rules);
}

/** What is the same in all that is said of a credential. */
export function aboutCredential({
  pointer,
  side,
}: ToldCredential): Pick<Finding, "level" | "message" | "from" | "pointer" | "side"> {
  return { level: "wire", message: null, from: ["client"], pointer, side };
}

/** Whether a credential may be left out: it is a parameter of the query that the contract calls optional. */
export function isOptional(pair: ContractPair, { descriptor, side }: ToldCredential): boolean {
  if (descriptor === null || !("in" in descriptor) || descriptor.in !== "query") return false;
  return pair[side].endpoint.query.some(({ name, required }) => name === descriptor.name && !required);
}

/** What makes a credential this one: a JWT by its algorithms, too. */
export function identityOf({ what, descriptor }: ToldCredential): readonly Json[] {
  return [what, descriptor?.kind === "jwt" ? sortedValues(descriptor.algorithms) : null];
}
