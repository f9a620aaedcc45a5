import type { Json } from "../../json.ts";

/** What came of an HTTP request: no answer, or a status, with its body where that is JSON. */
export type Answer =
  | { readonly kind: "none"; readonly text: string }
  | { readonly kind: "answer"; readonly status: number; readonly body: Json | undefined };

/** No answer may be larger: it is kept whole. */
const LARGEST = 1024 * 1024;

/** Asks over HTTP, and follows nobody elsewhere. */
export async function fetchJson(url: URL, init: RequestInit & { readonly signal: AbortSignal }): Promise<Answer> {
  try {
    const response = await fetch(url, { ...init, redirect: "manual" });
    const text = await textOf(response);
    return { kind: "answer", status: response.status, body: text === undefined ? undefined : jsonOf(text) };
  } catch (error) {
    if (init.signal.aborted) return { kind: "none", text: `was not, ${init.signal.reason}` };
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { kind: "none", text: `there was no answer: ${cause instanceof Error ? cause.message : String(cause)}` };
  }
}

async function textOf({ body }: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > LARGEST) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function jsonOf(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
