import type { EnvelopePart } from "../compose.ts";
import type { ProtocolDescriptor } from "../protocol.ts";
import type { Credential } from "./options.ts";
import { type AnyConnectOptions, settingsOf } from "./settings.ts";
import type { TransportTarget } from "./transport.ts";
import { endpointUrl } from "./url.ts";

/** One attempt's target, and what every frame of its connection carries. */
export interface Approach {
  readonly target: TransportTarget;
  readonly envelope: readonly EnvelopePart[];
}

/** Asks for the credentials of one attempt; functions are asked anew every time. Rejects with what they throw. */
export async function approach(contract: ProtocolDescriptor, url: string | URL, options: AnyConnectOptions): Promise<Approach> {
  const address = endpointUrl(url, contract.endpoint, options.parameters);
  const [query, headers, bearer, envelope] = await Promise.all([
    askAll(options.query),
    askAll(options.headers),
    ask(options.bearer),
    askEnvelope(contract, options.auth),
  ]);
  for (const [name, value] of query) address.searchParams.set(name, value);
  const authorization = bearer === undefined ? [] : [["authorization", `Bearer ${bearer}`] as const];
  const { maxPayload, timeout } = settingsOf(options);
  return { target: { url: address, headers: Object.fromEntries([...headers, ...authorization]), maxPayload, timeout }, envelope };
}

async function askAll(credentials: Readonly<Record<string, Credential>> = {}): Promise<(readonly [string, string])[]> {
  const asked = Object.entries(credentials).map(async ([name, credential]) => [name, await ask(credential)] as const);
  return (await Promise.all(asked)).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

async function ask(credential: Credential): Promise<string | undefined> {
  return typeof credential === "function" ? credential() : credential;
}

/** A signature that every frame carries, at the place that the contract gives it. */
async function askEnvelope({ endpoint }: ProtocolDescriptor, auth: unknown): Promise<readonly EnvelopePart[]> {
  const signed = endpoint.credentials.find((credential) => credential.kind === "eip191");
  if (signed === undefined || auth === undefined) return [];
  return [{ pointer: signed.pointer, value: typeof auth === "function" ? await auth() : auth }];
}
