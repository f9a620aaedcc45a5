import type { Transport, TransportHandlers } from "../client/transport.ts";

/** The transport of a connection that could not even be begun: it ends as one that never opened. */
export function unopened(handlers: TransportHandlers, reason: string): Transport {
  queueMicrotask(() => handlers.onClose({ code: 1006, reason }));
  return { send: () => {}, buffered: () => 0, close: () => {} };
}

/** What there is to say of something thrown. */
export function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Where every address of a host failed, Node's error has a code and no message.
  const { code } = error as { readonly code?: unknown };
  return error.message === "" && typeof code === "string" ? code : error.message;
}
