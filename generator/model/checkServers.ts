import { type Findings, quote } from "../diagnostics.ts";
import { get, getList, getString, type JsonObject } from "../json.ts";
import type { Contract } from "./contract.ts";
import { readCredentials } from "./credentials.ts";
import { follow } from "./references.ts";
import { type Server, serversOf, written } from "./servers.ts";

/** Protocols of servers that packages can speak to; Socket.IO's own address begins with `http`. */
const SPOKEN = {
  websocket: /^wss?$/i,
  socketio: /^(socket\.?io|wss?|https?)$/i,
} as const;

/** What the first server says of the connection; further ones are other places to reach the same. */
const OF_SERVER = ["pathname", "security"] as const;

/** A name, a number or an IPv6 address, perhaps a port; a variable may stand for any part of either. */
const HOST = /^(\[[\da-f:.]+\]|[^\s/?#@:[\]\\]+)(:(\d{1,5}|\{[^{}]+\}))?$/i;

/** Finds servers that packages cannot speak to, and what they would not do of what a server says. */
export function checkServers(document: JsonObject, transport: Contract["transport"], findings: Findings): void {
  const servers = serversOf(document);
  for (const { name, value, pointer } of servers) {
    const protocol = getString(value, "protocol");
    if (protocol === undefined || SPOKEN[transport].test(protocol)) continue;
    const text = `packages cannot speak ${quote(protocol)} to the server ${quote(name)}; write ws, wss or socketio, or remove the server`;
    findings.error(`${pointer}/protocol`, "foreign-transport", text);
  }
  for (const server of servers) checkHost(document, server, findings);
  checkDifferences(servers, findings);
  if (servers[0] !== undefined) checkCredentials(document, servers[0], findings);
}

function checkHost(document: JsonObject, { value, pointer }: Server, findings: Findings): void {
  const host = written(document, value, "host");
  if (host === undefined || HOST.test(host)) return;
  const [, scheme, rest = "", path] = /^([a-z][a-z\d+.-]*:\/\/)?([^/?#]*)(\/[^?#]*)?/i.exec(host) ?? [];
  const parts = [
    ...(HOST.test(rest) ? [`host: ${quote(rest)}`] : []),
    ...(scheme === undefined ? [] : [`protocol: ${quote(scheme.slice(0, -3))}`]),
    ...(path === undefined || path === "/" ? [] : [`pathname: ${quote(path)}`]),
  ];
  const way = parts.length > 0 ? `write ${parts.join(", ")}` : "write its name or address, and perhaps :PORT";
  findings.error(`${pointer}/host`, "bad-endpoint", `${quote(host)} is no host; ${way}`);
}

function checkDifferences([first, ...others]: readonly Server[], findings: Findings): void {
  for (const { name, value, pointer } of others) {
    const differs = OF_SERVER.find((key) => {
      const own = get(value, key);
      return own !== undefined && JSON.stringify(own) !== JSON.stringify(get(first?.value, key));
    });
    if (differs === undefined) continue;
    const text = `packages read the server ${quote(first?.name)}, and ${quote(name)} has another ${quote(differs)}; say it there, or describe the second in a document of its own`;
    findings.warn(`${pointer}/${differs}`, "several-endpoints", text);
  }
}

/** Schemes that stubs have no words for: who calls them has to know. */
function checkCredentials(document: JsonObject, { value, pointer }: Server, findings: Findings): void {
  for (const [index, { name, descriptor }] of readCredentials(document, value).entries()) {
    if (descriptor !== null) continue;
    const scheme = follow(document, getList(value, "security")[index] ?? {}, "")?.value;
    const kind = getString(scheme, "scheme") ?? getString(scheme, "in") ?? getString(scheme, "type") ?? "";
    const text = `stubs do not know how to prove ${quote(name)} (${kind}): send it with the client's query or headers and check it in the server's authenticate, or write it as httpApiKey, or as http with the scheme bearer`;
    findings.warn(`${pointer}/security/${index}`, "not-carried", text);
  }
}
