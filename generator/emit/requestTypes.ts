import type { Contract } from "../model/contract.ts";
import { type Code, code, comment, join, property } from "./code.ts";
import type { TypeImports } from "./moduleImports.ts";

/** Declares the request of a session, with what the contract names in its path and query; nothing where it names nothing. */
export function declareRequest({ endpoint }: Contract, runtime: TypeImports): Code {
  const { parameters, query } = endpoint;
  if (parameters.length + query.length === 0) return code``;
  const inPath = parameters.map((parameter) => printEntry({ ...parameter, required: true }));
  const types = [inPath, query.map(printEntry)].map(printEntries);
  const about = "The request that made the connection. Its query and headers may hold credentials: do not log it.";
  return code`${comment([about], "  ")}  readonly request: ${runtime.type("RequestOf")}<${join(types, ", ")}>;\n`;
}

function printEntries(entries: readonly Code[]): Code {
  return entries.length === 0 ? code`{}` : code`{\n${join(entries, "")}  }`;
}

function printEntry(entry: { readonly name: string; readonly description: string; readonly required: boolean }): Code {
  const { name, description, required } = entry;
  return code`${comment([description], "    ")}    readonly ${property(name)}${required ? code`` : code`?`}: string;\n`;
}
