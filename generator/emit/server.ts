import { callsOf } from "../model/calls.ts";
import type { Contract, Message } from "../model/contract.ts";
import { adaptersOf } from "./adapters.ts";
import { table } from "./client.ts";
import { type Code, code, comment, join, key, name } from "./code.ts";
import { BANNER, type EmittedFile } from "./file.ts";
import { DOOR, exportError, importAdapters } from "./moduleImports.ts";

/** Emits `server.js`: what is particular of this server, as a table, and the call that makes it. */
export function emitServer(contract: Contract): EmittedFile[] {
  const { stubs, title, session } = contract;
  const { server, codec, upgradeCheck, frameCheck } = adaptersOf(contract);
  const runtime = session.errors === null ? code`createServe` : code`createRefusal, createServe`;
  const text = code`import { ${runtime} } from ${DOOR};
${importAdapters([frameCheck, upgradeCheck, codec, server])}import { contract } from "./contract.js";
${importValidators(contract)}
${exportError()}
${comment([`Serves ${title}.`])}export const ${name(stubs.serve)} = /* @__PURE__ */ createServe({
  contract,
  parse: parseClientMessage,
  check: checkServerMessage,
  open: ${name(server.exported)},
${codec === null ? code`` : code`  codec: ${name(codec.exported)},\n`}${methods(contract)}${checks(contract)}});
${refusal(contract)}`;
  return [{ path: "server.js", text: `${BANNER}\n${text.text}` }];
}

function importValidators({ session }: Contract): Code {
  const guards = [...new Set(session.http.map(({ response }) => `is${response}`))];
  const names = ["checkServerMessage", ...guards, "parseClientMessage"].map(name);
  return code`import { ${join(names, ", ")} } from "./validators.js";\n`;
}

function methods(contract: Contract): Code {
  const calls = callsOf(contract, "client").map(({ message }) => message);
  const handled = [...openingOf(contract), ...calls];
  return table(
    "methods",
    handled.map(({ method, name: message }) => code`    ${key(method)}: ${message},\n`),
    "{}",
  );
}

/** The message that a handler makes for every connection; none where the contract has none, or a client sends it too. */
export function openingOf({ session, messages }: Contract): Message[] {
  return messages.filter(({ name: message, from }) => message === session.opening && !from.includes("client"));
}

function checks(contract: Contract): Code {
  const { endpoint, session } = contract;
  const { upgradeCheck, frameCheck } = adaptersOf(contract);
  const fixed = endpoint.query.flatMap(({ name: parameter, option }) =>
    option === null ? [] : [code`    ${key(option)}: ${parameter},\n`],
  );
  const http = session.http.map(
    ({ name: call, callName, response }) => code`    { name: ${call}, method: ${callName}, check: ${name(`is${response}`)} },\n`,
  );
  const entries = [
    upgradeCheck === null ? code`` : code`  upgradeChecks: [${name(upgradeCheck.exported)}],\n`,
    frameCheck === null ? code`` : code`  frameCheck: ${name(frameCheck.exported)},\n`,
    fixed.length === 0 ? code`` : table("query", fixed, "{}"),
    http.length === 0 ? code`` : table("http", http, "[]"),
  ];
  return join(entries, "");
}

function refusal({ stubs, session: { errors } }: Contract): Code {
  if (errors === null) return code``;
  const about = comment([`What a handler throws to answer with \`${errors.message}\`.`]);
  return code`\n${about}export const ${name(stubs.refuse)} = /* @__PURE__ */ createRefusal(${errors.message});\n`;
}
