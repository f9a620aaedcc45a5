import type { IncomingMessage, ServerResponse } from "node:http";

/** Whether a browser's page may talk to this server. Programs send no origin, and are not meant by the list. */
export function isAllowedOrigin({ headers }: IncomingMessage, origins: readonly string[] | undefined): boolean {
  return origins === undefined || headers.origin === undefined || origins.includes(headers.origin);
}

/** Lets the page that asks read the answer: any page where all may connect, and only those of the list where there is one. */
export function shareWith({ headers }: IncomingMessage, response: ServerResponse, origins: readonly string[] | undefined): void {
  if (origins !== undefined) response.setHeader("vary", "Origin");
  if (headers.origin === undefined) return;
  response.setHeader("access-control-allow-origin", origins === undefined ? "*" : headers.origin);
}

/** Answers a browser that asks before it sends. */
export function answerPreflight(response: ServerResponse, methods: readonly string[]): void {
  const headers = { "access-control-allow-methods": methods.join(", "), "access-control-allow-headers": "content-type" };
  response.writeHead(204, headers).end();
}
