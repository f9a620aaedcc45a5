import { CONNECT_OPTIONS, SERVER_OPTIONS } from "@wirepact/runtime";
import type { Contract } from "../model/contract.ts";
import { connectOptionsOf } from "./connectOptions.ts";
import { codeSpan } from "./markdown.ts";
import { serverOptionsOf } from "./serverOptions.ts";

/** The options of a contract's client, its own ones first, as Markdown. */
export function listConnectOptions(contract: Contract): string {
  return listed([...connectOptionsOf(contract), ...CONNECT_OPTIONS]);
}

/** The options of a contract's server, its own ones first, as Markdown. */
export function listServerOptions(contract: Contract): string {
  return listed([...serverOptionsOf(contract), ...SERVER_OPTIONS]);
}

function listed(names: readonly string[]): string {
  return [...new Set(names)].map(codeSpan).join(", ");
}
