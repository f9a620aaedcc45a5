import type { IncomingMessage } from "node:http";

/** Where a request goes. */
export interface Target {
  readonly path: string;
  /** Names that stand twice have their first value. Without a prototype: names are a peer's. */
  readonly query: Readonly<Record<string, string>>;
}

/** Reads where a request goes; whatever its first line says, something comes of it. */
export function readTarget({ url = "/" }: IncomingMessage): Target {
  const cut = url.indexOf("?");
  const path = cut < 0 ? url : url.slice(0, cut);
  const query: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(cut < 0 ? "" : url.slice(cut))) query[name] ??= value;
  return { path, query };
}
