import { get, getList, getObject, getString, getStrings, isObject, type Json, type JsonObject } from "../json.ts";
import type { Encodings, Endpoint } from "./contract.ts";
import { follow } from "./references.ts";

/** The channel that says where a client connects: the first that has an address, of which all others have the same or none. */
export function endpointChannel(document: JsonObject): readonly [string, Json] | undefined {
  const channels = Object.entries(getObject(document, "channels"));
  return channels.find(([, channel]) => getString(channel, "address") !== undefined) ?? channels[0];
}

/** Reads where and how a client connects: the first server, the channel with the address. */
export function readEndpoint(document: JsonObject): Endpoint {
  const resolve = (value: Json | undefined) => follow(document, value ?? {}, "")?.value;
  const server = resolve(Object.values(getObject(document, "servers"))[0]);
  const channel = resolve(endpointChannel(document)?.[1]);
  const extension = get(channel, "x-wirepact");
  const address = getString(channel, "address") ?? "/";
  const query = resolve(get(resolve(get(getObject(channel, "bindings"), "ws")), "query"));
  return {
    url: urlOf(server, address),
    parameters: Object.entries(getObject(channel, "parameters")).map(([name, value]) => ({
      name,
      description: getString(resolve(value), "description") ?? "",
    })),
    query: Object.entries(getObject(query, "properties")).map(([name, value]) => ({
      name,
      required: getStrings(query, "required").includes(name),
      description: getString(resolve(value), "description") ?? "",
    })),
    refusals: getList(extension, "refusals").map((refusal) => ({
      code: refusalCode(refusal),
      when: getString(refusal, "when") ?? "",
    })),
    closes: getList(extension, "closes").map((close) => ({
      code: String(get(close, "code")),
      from: getString(close, "from") ?? "",
      when: getString(close, "when") ?? "",
    })),
    credentials: getList(server, "security").map((reference) => ({
      name: (getString(reference, "$ref") ?? "").split("/").at(-1) || (getString(reference, "type") ?? ""),
      description: getString(resolve(reference), "description") ?? "",
    })),
    settings: getStrings(extension, "settings"),
  };
}

/** Reads how frames are encoded: as the extension says, or else by the content type. */
export function readEncodings(document: JsonObject): Encodings {
  const encodings = get(get(document, "x-wirepact"), "encodings");
  if (isObject(encodings)) {
    const initial = getString(encodings, "initial") === "msgpack" ? "msgpack" : "json";
    return { text: "text" in encodings ? "json" : null, binary: "binary" in encodings ? "msgpack" : null, initial };
  }
  const packed = /msgpack/.test(getString(document, "defaultContentType") ?? "");
  return packed ? { text: null, binary: "msgpack", initial: "msgpack" } : { text: "json", binary: null, initial: "json" };
}

function urlOf(server: Json | undefined, address: string): string {
  const protocol = getString(server, "protocol") ?? "ws";
  const scheme = protocol === "socketio" || protocol === "socket.io" ? "http" : protocol;
  const host = getString(server, "host") ?? "localhost";
  return `${scheme}://${host}${getString(server, "pathname") ?? ""}${address.startsWith("/") ? address : `/${address}`}`;
}

function refusalCode(refusal: Json): string {
  const status = get(refusal, "status");
  return status === undefined ? `close ${get(refusal, "close") ?? ""}` : `HTTP ${status}`;
}
