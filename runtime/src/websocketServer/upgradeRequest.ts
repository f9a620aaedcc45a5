import type { IncomingMessage } from "node:http";
import type { UpgradeRequest } from "../server/peer.ts";

/** Reads an HTTP request as hooks see it. Objects have no prototype: whoever looks for a name finds what was sent, or nothing. */
export function upgradeRequest(incoming: IncomingMessage, parameters: Readonly<Record<string, string>>): UpgradeRequest {
  const query: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(queryOf(incoming))) query[name] ??= value;
  const headers: Record<string, string | string[] | undefined> = Object.assign(Object.create(null), incoming.headers);
  return { path: pathOf(incoming), parameters, query, headers, remoteAddress: incoming.socket.remoteAddress ?? "" };
}

/** The path of a request, without its query. */
export function pathOf({ url = "/" }: IncomingMessage): string {
  const end = url.indexOf("?");
  return end === -1 ? url : url.slice(0, end);
}

function queryOf({ url = "/" }: IncomingMessage): string {
  const start = url.indexOf("?");
  return start === -1 ? "" : url.slice(start + 1);
}
