import { escapeStep } from "@wirepact/runtime";
import { type Findings, quote } from "../diagnostics.ts";
import { get, getObject, getString, type Json, type JsonObject } from "../json.ts";
import type { Contract } from "./contract.ts";
import { endpointChannel } from "./endpoint.ts";

/** Protocols of servers that packages can speak to; Socket.IO's own address begins with `http`. */
const SPOKEN = {
  websocket: /^wss?$/i,
  socketio: /^(socket\.?io|wss?|https?)$/i,
} as const;

/** What the endpoint's channel says of the connection; another channel of the address may repeat it, and not differ. */
const OF_CONNECTION = ["address", "parameters", "bindings", "x-wirepact"] as const;

/** What the first server says of the connection; further ones are other places to reach the same. */
const OF_SERVER = ["pathname", "security"] as const;

/** Finds servers that packages cannot speak to, and channels that are not of the one connection that they speak over. */
export function checkEndpoint(document: JsonObject, transport: Contract["transport"], findings: Findings): void {
  for (const [name, server] of Object.entries(getObject(document, "servers"))) {
    const protocol = getString(server, "protocol");
    if (protocol === undefined || SPOKEN[transport].test(protocol)) continue;
    const text = `packages cannot speak ${quote(protocol)} to the server ${quote(name)}; write ws, wss or socketio, or remove the server`;
    findings.error(`/servers/${escapeStep(name)}/protocol`, "foreign-transport", text);
  }
  checkServers(Object.entries(getObject(document, "servers")), findings);
  const [main, channel] = endpointChannel(document) ?? ["", {}];
  for (const [name, other] of Object.entries(getObject(document, "channels"))) {
    const differs = OF_CONNECTION.find((key) => hasOther(get(other, key) ?? null, get(channel, key) ?? null));
    if (name === main || differs === undefined) continue;
    const place = `/channels/${escapeStep(name)}/${differs}`;
    findings.error(place, "several-endpoints", describe(main, name, differs, getString(channel, "address") ?? ""));
  }
}

function checkServers([first, ...others]: readonly (readonly [string, Json])[], findings: Findings): void {
  for (const [name, other] of others) {
    const differs = OF_SERVER.find((key) => hasOther(get(other, key) ?? null, get(first?.[1], key) ?? null));
    if (differs === undefined) continue;
    const text = `packages read the server ${quote(first?.[0])}, and ${quote(name)} has another ${quote(differs)}; say it there, or describe the second in a document of its own`;
    findings.warn(`/servers/${escapeStep(name)}/${differs}`, "several-endpoints", text);
  }
}

function describe(main: string, name: string, differs: string, address: string): string {
  const pair = `the channels ${quote(main)} and ${quote(name)}`;
  if (differs !== "address")
    return `${pair} are one connection, and ${quote(differs)} is not the same in both; say it in the first alone`;
  return `${pair} have two addresses, and a package has one; give both ${quote(address)}, or describe the second in a document of its own`;
}

/** What a channel leaves out is not different. */
function hasOther(value: unknown, main: unknown): boolean {
  return value !== null && JSON.stringify(value) !== JSON.stringify(main);
}
