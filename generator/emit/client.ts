import { callsOf } from "../model/calls.ts";
import type { Contract } from "../model/contract.ts";
import { adaptersOf } from "./adapters.ts";
import { type Code, code, comment, join, key, name } from "./code.ts";
import { BANNER, type EmittedFile } from "./file.ts";
import { DOOR, exportError, importAdapters } from "./moduleImports.ts";
import { printRejectionGuard, rejectionsOf } from "./rejection.ts";

/** Emits `client.js`: what is particular of this client, as a table, and the call that makes it. */
export function emitClient(contract: Contract): EmittedFile[] {
  const { stubs, title } = contract;
  const { client, codec } = adaptersOf(contract);
  const text = code`${importRuntime(contract)}${importAdapters([codec, client])}import { contract } from "./contract.js";
${importValidators(contract)}
${exportError()}
${comment([`Connects to ${title}.`])}export const ${name(stubs.connect)} = /* @__PURE__ */ createConnect({
  contract,
  parse: parseServerMessage,
  check: checkClientMessage,
  open: ${name(client.exported)},
${codec === null ? code`` : code`  codec: ${name(codec.exported)},\n`}${tables(contract)}});
${printRejectionGuard(contract)}`;
  return [{ path: "client.js", text: `${BANNER}\n${text.text}` }];
}

function importRuntime(contract: Contract): Code {
  const http = contract.session.http.length === 0 ? [] : ["createHttpCall"];
  const guard = rejectionsOf(contract).length === 0 ? [] : ["createRejectionGuard"];
  return code`import { ${join(["createConnect", ...http, ...guard].map(name), ", ")} } from ${DOOR};\n`;
}

function importValidators({ session }: Contract): Code {
  const guards = [...new Set(session.http.map(({ response }) => `is${response}`))];
  const names = ["checkClientMessage", ...guards, "parseServerMessage"].map(name);
  return code`import { ${join(names, ", ")} } from "./validators.js";\n`;
}

function tables(contract: Contract): Code {
  const messages = callsOf(contract, "client").map(({ message }) => message);
  const methods = messages.map(({ method, name: message }) => code`    ${key(method)}: ${message},\n`);
  const bare = messages.filter(({ fields }) => fields.kind === "none").map((message) => code`    ${message.name},\n`);
  const http = contract.session.http.map(
    ({ callName, name: call, response }) =>
      code`    ${key(callName)}: /* @__PURE__ */ createHttpCall(contract, ${call}, ${name(`is${response}`)}),\n`,
  );
  return code`${table("methods", methods, "{}")}${list("withoutFields", bare)}${http.length === 0 ? code`` : table("http", http, "{}")}`;
}

/** An entry of the definition that is an object of lines; the methods stand there even where they are none. */
export function table(entry: string, lines: readonly Code[], brackets: "{}" | "[]"): Code {
  const [open, close] = brackets === "{}" ? [code`{`, code`}`] : [code`[`, code`]`];
  if (lines.length === 0) return code`  ${name(entry)}: ${open}${close},\n`;
  return code`  ${name(entry)}: ${open}\n${join(lines, "")}  ${close},\n`;
}

function list(entry: string, lines: readonly Code[]): Code {
  return lines.length === 0 ? code`` : table(entry, lines, "[]");
}
