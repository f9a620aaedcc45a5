import type { HttpDescriptor } from "../conversation.ts";
import type { ProtocolDescriptor } from "../protocol.ts";
import type { Validator } from "../validator.ts";
import { WirepactError } from "../wirepactError.ts";
import type { CallOptions } from "./options.ts";
import { absoluteUrl } from "./url.ts";

/** What an HTTP call may be told. */
export interface HttpCallOptions extends CallOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Makes the request; the platform's own by default. */
  readonly fetch?: typeof fetch;
}

/** An HTTP call of a contract: at the host of a socket or of a page. */
export type HttpCall<Body> = (url: string | URL, options?: HttpCallOptions) => Promise<Body>;

/** At most this many bytes of an answer are read. */
export const MAX_ANSWER = 1024 * 1024;

const TIMEOUT = 30_000;

/**
 * Makes the function for an HTTP call of the contract. It takes the address of the socket or of the page, of which it keeps the
 * host, and gives the answer, which was validated.
 */
export function createHttpCall<Body>({ http = [] }: ProtocolDescriptor, name: string, isBody: Validator<Body>): HttpCall<Body> {
  const call = http.find((one) => one.name === name);
  if (call === undefined) throw new TypeError(`the contract has no HTTP call ${JSON.stringify(name)}`);
  return async (url, options = {}) => {
    const target = targetOf(url, call);
    const given = options.signal;
    const late = AbortSignal.timeout(Math.min(options.timeout ?? TIMEOUT, 2 ** 31 - 1));
    const signal = given === undefined ? late : AbortSignal.any([given, late]);
    try {
      return await exchange(target, call, { ...options, signal }, isBody);
    } catch (cause) {
      throw toError(cause, `${call.method} ${target.origin}${target.pathname}`, given, late);
    }
  };
}

/** Sockets and pages of one host differ in the scheme alone. */
function targetOf(url: string | URL, { path }: HttpDescriptor): URL {
  const target = absoluteUrl(url);
  const scheme = target.protocol === "wss:" || target.protocol === "https:" ? "https" : "http";
  return new URL(path, `${scheme}://${target.host}`);
}

async function exchange<Body>(
  target: URL,
  call: HttpDescriptor,
  options: HttpCallOptions,
  isBody: Validator<Body>,
): Promise<Body> {
  const { method, status } = call;
  const { headers, signal, fetch: request = fetch } = options;
  const init = { method, redirect: "error", cache: "no-store", headers: { accept: "application/json", ...headers } } as const;
  const response = await request(target, signal === undefined ? init : { ...init, signal });
  if (response.status !== status) {
    await response.body?.cancel();
    throw new WirepactError("refused", `${method} ${target.pathname}: HTTP ${response.status}`, { status: response.status });
  }
  const body = readJson(await readText(response));
  if (isBody(body)) return body;
  throw new WirepactError("refused", `${method} ${target.pathname}: the answer does not match the contract`, { status });
}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  let text = "";
  for (let length = 0; reader !== undefined; ) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MAX_ANSWER) {
      await reader.cancel();
      throw new WirepactError("overloaded", `the answer is longer than ${MAX_ANSWER} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
  return text + decoder.decode();
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No validator takes it: the error says what is wrong.
    return undefined;
  }
}

function toError(cause: unknown, address: string, given: AbortSignal | undefined, late: AbortSignal): WirepactError {
  if (cause instanceof WirepactError) return cause;
  if (given?.aborted === true) return new WirepactError("aborted", address, { cause: given.reason });
  if (late.aborted) return new WirepactError("timeout", address, { cause });
  return new WirepactError("unreachable", address, { cause });
}
