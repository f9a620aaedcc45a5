import type { Direction, RefusalDescriptor } from "@wirepact/runtime";
import { get, getList, getObject, getString, getStrings, type Json, type JsonObject } from "../json.ts";
import { type Credential, readCredentials } from "./credentials.ts";
import { endpointChannel } from "./endpointChannel.ts";
import { queryOption } from "./queryOptions.ts";
import { follow } from "./references.ts";
import { serversOf, written } from "./servers.ts";

/** A parameter of the address's query. */
export interface QueryParameter {
  readonly name: string;
  readonly required: boolean;
  readonly description: string;
  /** The server's option that says what it must be; null where that is a credential, or nothing. */
  readonly option: string | null;
}

/** Where and how a client connects. */
export interface Endpoint {
  readonly url: string;
  /** Path with its parameters in braces. */
  readonly path: string;
  readonly port: number | null;
  readonly parameters: readonly { readonly name: string; readonly description: string }[];
  readonly query: readonly QueryParameter[];
  /** In the order of the checks. */
  readonly refusals: readonly RefusalDescriptor[];
  readonly closes: readonly { readonly code: number; readonly from: Direction; readonly when: string }[];
  readonly credentials: readonly Credential[];
  readonly settings: readonly string[];
}

/** Reads where and how a client connects: the channel with the address, the first server that it is at. */
export function readEndpoint(document: JsonObject): Endpoint {
  const resolve = (value: Json | undefined) => follow(document, value ?? {}, "")?.value;
  const server = serversOf(document)[0]?.value;
  const channel = resolve(endpointChannel(document)?.[1]);
  const extension = get(channel, "x-wirepact");
  const host = written(document, server, "host") ?? "localhost";
  const path = pathOf(written(document, server, "pathname"), channel);
  const query = resolve(get(resolve(get(getObject(channel, "bindings"), "ws")), "query"));
  const credentials = readCredentials(document, server);
  return {
    url: `${schemeOf(server)}://${host}${path}`,
    path,
    port: portOf(host),
    parameters: Object.entries(getObject(channel, "parameters")).map(([name, value]) => ({
      name,
      description: getString(resolve(value), "description") ?? "",
    })),
    query: Object.entries(getObject(query, "properties")).map(([name, value]) => {
      const required = getStrings(query, "required").includes(name);
      const isPlain = required && !credentials.some(({ descriptor }) => isInQuery(descriptor, name));
      const option = isPlain ? queryOption(name, Object.keys(getObject(query, "properties"))) : null;
      return { name, required, description: getString(resolve(value), "description") ?? "", option };
    }),
    refusals: getList(extension, "refusals").map(readRefusal),
    closes: getList(extension, "closes").map((close) => ({
      code: Number(get(close, "code")),
      from: getString(close, "from") === "client" ? "client" : "server",
      when: getString(close, "when") ?? "",
    })),
    credentials,
    settings: getStrings(extension, "settings"),
  };
}

function isInQuery(descriptor: Credential["descriptor"], name: string): boolean {
  return descriptor !== null && "in" in descriptor && descriptor.in === "query" && descriptor.name === name;
}

function schemeOf(server: Json | undefined): string {
  const protocol = getString(server, "protocol") ?? "ws";
  return protocol === "socketio" || protocol === "socket.io" ? "http" : protocol;
}

function pathOf(pathname: string | undefined, channel: Json | undefined): string {
  const address = getString(channel, "address") ?? "/";
  return `${pathname ?? ""}${address.startsWith("/") ? address : `/${address}`}`;
}

function portOf(host: string): number | null {
  const [, port] = /:(\d{1,5})$/.exec(host) ?? [];
  return port === undefined ? null : Number(port);
}

function readRefusal(refusal: Json): RefusalDescriptor {
  const when = getString(refusal, "when") ?? "";
  const status = get(refusal, "status");
  if (typeof status === "number") return { status, when };
  return { close: Number(get(refusal, "close") ?? 1008), when };
}
