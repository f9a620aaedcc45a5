import type { TransportEnd } from "../client/transport.ts";

/** Why no connection came about: the server's word, an HTTP status, or nothing that can be known. */
export function refusalEnd(error: Error): TransportEnd {
  const facts: Error & { readonly data?: unknown; readonly description?: unknown } = error;
  // Socket.IO sets `data` where the server refused the namespace, though there may be nothing in it.
  if ("data" in error) return { code: codeIn(facts.data) ?? POLICY, reason: error.message };
  const status = statusIn(facts.description);
  return { code: BROKEN, reason: error.message, ...(status === undefined ? {} : { status }) };
}

/** Why a connection ended. Where the server says so, it means it; all else is a loss, after which one may try again. */
export function disconnectEnd(reason: string, details: unknown): TransportEnd {
  if (reason === "io server disconnect" || reason === "io client disconnect") return { code: NORMAL, reason };
  const code = codeIn((details as { readonly context?: unknown } | undefined)?.context);
  return { code: code === undefined || SILENT.has(code) ? BROKEN : code, reason };
}

const NORMAL = 1000;
const BROKEN = 1006;
const POLICY = 1008;

/** Codes of a WebSocket that Socket.IO closes in all cases: they say nothing of why. */
const SILENT: ReadonlySet<number> = new Set([1000, 1005]);

function codeIn(value: unknown): number | undefined {
  if (typeof value !== "object" || value === null || !("code" in value)) return undefined;
  const { code } = value;
  return typeof code === "number" && Number.isInteger(code) && code >= 1000 && code <= 4999 ? code : undefined;
}

/** Polling tells the status itself; Node's WebSocket tells it in the text of its error; browsers do not tell. */
function statusIn(description: unknown): number | undefined {
  if (typeof description === "number") return description >= 300 ? description : undefined;
  const { message } = (description ?? {}) as { readonly message?: unknown };
  const found = /^Unexpected server response: (\d{3})$/.exec(typeof message === "string" ? message : "");
  return found === null ? undefined : Number(found[1]);
}
