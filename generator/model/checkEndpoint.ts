import { escapeStep } from "@wirepact/runtime";
import { type Findings, quote } from "../diagnostics.ts";
import { get, getList, getObject, getString, getStrings, type Json, type JsonObject } from "../json.ts";
import { endpointChannel } from "./endpointChannel.ts";
import { follow } from "./references.ts";

/** What the endpoint's channel says of the connection; another channel of the address may repeat it, and not differ. */
const OF_CONNECTION = ["address", "parameters", "bindings", "x-wirepact"] as const;

/** Finds channels that are not of the one connection that packages speak over, and what of it they would not do. */
export function checkEndpoint(document: JsonObject, findings: Findings): void {
  const [main, channel] = endpointChannel(document) ?? ["", {}];
  for (const [name, other] of Object.entries(getObject(document, "channels"))) {
    const differs = differenceOf(channel, other);
    if (name === main || differs === undefined) continue;
    const place = `/channels/${escapeStep(name)}/${differs}`;
    findings.error(place, "several-endpoints", describe(main, name, differs, getString(channel, "address") ?? ""));
  }
  checkAddress(channel, `/channels/${escapeStep(main)}`, findings);
  checkBindings(document, channel, `/channels/${escapeStep(main)}/bindings`, findings);
}

function differenceOf(main: Json, other: Json): string | undefined {
  const differs = OF_CONNECTION.find((key) => hasOther(get(other, key) ?? null, get(main, key) ?? null));
  const servers = [main, other].map((channel) => getList(channel, "servers").map((server) => getString(server, "$ref")));
  const [own = [], others = []] = servers;
  const isApart = own.length > 0 && others.length > 0 && !own.some((server) => others.includes(server));
  return differs ?? (isApart ? "servers" : undefined);
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

/** An address is the path: servers compare it, and would look for the rest in vain. */
function checkAddress(channel: Json, pointer: string, findings: Findings): void {
  const address = getString(channel, "address") ?? "";
  const [, scheme, query] = /^([a-z][a-z\d+.-]*:\/\/)?[^?#]*([?#].*)?$/is.exec(address) ?? [];
  if (scheme === undefined && query === undefined) return;
  const text =
    scheme === undefined
      ? `the address ${quote(address)} goes on after its path; write ${quote(address.slice(0, -(query ?? "").length))}, and describe the query in bindings: { ws: { query: … } }`
      : `the address ${quote(address)} names a host; write its path alone, and the host under servers`;
  findings.error(`${pointer}/address`, "bad-endpoint", text);
}

function checkBindings(document: JsonObject, channel: Json, pointer: string, findings: Findings): void {
  const bindings = follow(document, get(channel, "bindings") ?? {}, pointer);
  const ws = follow(document, get(bindings?.value, "ws") ?? {}, `${bindings?.pointer}/ws`);
  const headers = follow(document, get(ws?.value, "headers") ?? {}, "")?.value;
  const names = [...new Set([...getStrings(headers, "required"), ...Object.keys(getObject(headers, "properties"))])];
  if (names.length > 0) {
    const text = `stubs neither send nor check headers of their own: give ${names.slice(0, 5).map(quote).join(", ")} to the client's headers and check them in the server's authenticate, or describe a credential under security`;
    findings.warn(`${ws?.pointer}/headers`, "not-carried", text);
  }
  if (getString(ws?.value, "method") === "POST")
    findings.warn(`${ws?.pointer}/method`, "not-carried", "a WebSocket is opened by GET, whatever a document says; remove it");
}
