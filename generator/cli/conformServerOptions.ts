import type { ServerOptions } from "../conform/server/serverSuite.ts";
import { quote } from "../diagnostics.ts";
import type { Json } from "../json.ts";
import { badArguments } from "./commandError.ts";
import type { ConformOptions } from "./conformOptions.ts";

/** Options of `wirepact conform server` beside those that all kinds have. */
export interface ConformServerOptions extends ConformOptions {
  readonly url: string;
  readonly token?: string;
  readonly query: readonly string[];
  readonly header: readonly string[];
  readonly auth: readonly string[];
  readonly set: readonly string[];
  readonly quiet: string;
  readonly all?: boolean;
  readonly strict?: boolean;
}

/** What is asked of the cases, from what was given on the command line. */
export function serverOptionsOf(options: ConformServerOptions): ServerOptions {
  return {
    url: options.url,
    token: options.token,
    query: options.query.map((text) => pairOf("--query", text, "=")),
    headers: options.header.map((text) => pairOf("--header", text, ":")),
    auth: options.auth.map((text) => pairOf("--auth", text, "=")),
    given: new Map(options.set.map(givenOf)),
    quiet: quietOf(options.quiet),
    isAll: options.all === true,
    isStrict: options.strict === true,
  };
}

function pairOf(option: string, text: string, between: string): readonly [string, string] {
  const index = text.indexOf(between);
  if (index > 0) return [text.slice(0, index).trim(), text.slice(index + 1).trim()];
  throw badArguments(`${option} takes name${between}value, not ${quote(text)}`);
}

function givenOf(text: string): readonly [string, Json] {
  const index = text.indexOf("=");
  if (text.startsWith("/") && index > 0) return [text.slice(0, index), jsonOf(text.slice(index + 1), text)];
  throw badArguments(`--set takes a place and JSON, such as /data/session_id='"s-1"', not ${quote(text)}`);
}

function jsonOf(value: string, text: string): Json {
  try {
    return JSON.parse(value);
  } catch {
    throw badArguments(`--set takes JSON behind the =, and texts in quotes, not ${quote(text)}`);
  }
}

function quietOf(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) > 0) return Number(text);
  throw badArguments(`--quiet takes whole milliseconds, from 1 to 99999, not ${quote(text)}`);
}
