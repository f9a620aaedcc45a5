import type { Contract, Message } from "../model/contract.ts";
import { literal } from "./code.ts";
import type { EmittedFile } from "./file.ts";
import type { Render } from "./template.ts";

/** Emits `README.md`: what the package is, how to use it, and the protocol on one page. */
export function emitReadme(contract: Contract, render: Render): EmittedFile[] {
  return [{ path: "README.md", text: render("README.md", viewOf(contract)) }];
}

function viewOf(contract: Contract) {
  const { endpoint, packageName, messages } = contract;
  return {
    packageName,
    title: inline(contract.title),
    version: inline(contract.version),
    description: contract.description === "" ? "" : `: ${inline(contract.description)}`,
    url: codeSpan(endpoint.url),
    encoding: contract.encodings.binary === null ? "JSON text frames" : "MessagePack binary frames and JSON text frames",
    transport: contract.transport === "socketio" ? "Socket.IO" : "WebSocket",
    connection: connectionRows(contract),
    example: exampleOf(contract),
    client: rowsOf(messages, "client"),
    server: rowsOf(messages, "server"),
    hasDecisions: decisionsOf(contract).length > 0,
    decisions: decisionsOf(contract).map((text) => ({ text })),
  };
}

/** Notes of the protocol, then those of single messages under their names. */
function decisionsOf({ notes, messages }: Contract): string[] {
  const general = notes.map(({ source, text }) => `${inline(text)}${source === undefined ? "" : ` (${inline(source)})`}`);
  const single = messages.flatMap((message) => message.notes.map((text) => `${codeSpan(message.name)}: ${inline(text)}`));
  return [...general, ...single];
}

function connectionRows({ endpoint }: Contract) {
  const rows: [string, string][] = [
    ...endpoint.parameters.map(({ name, description }): [string, string] => [`path ${codeSpan(name)}`, description]),
    ...endpoint.query.map(({ name, required, description }): [string, string] => [
      `query ${codeSpan(name)}${required ? "" : " (optional)"}`,
      description,
    ]),
    ...endpoint.credentials.map(({ name, description }): [string, string] => [`credential ${codeSpan(name)}`, description]),
    ...endpoint.refusals.map(({ code, when }): [string, string] => [`refused with ${inline(code)}`, `when ${when}`]),
    ...endpoint.closes.map(({ code, from, when }): [string, string] => [
      `close ${inline(code)} by the ${inline(from)}`,
      `when ${when}`,
    ]),
    ...endpoint.settings.map((setting): [string, string] => ["setting", setting]),
  ];
  return rows.map(([what, text]) => ({ what, text: inline(text) }));
}

function rowsOf(messages: readonly Message[], side: "client" | "server") {
  return messages
    .filter(({ from }) => from.includes(side))
    .map(({ name, identifier, description, details, deprecated }) => ({
      name: inline(name),
      identifier,
      description: `${deprecated === false ? "" : "**Deprecated.** "}${inline(`${description} ${details}`)}`,
    }));
}

/** A use of the package that runs: the first example of the server's first message. */
function exampleOf({ messages }: Contract): string {
  const server = messages.find(
    ({ from, examples, match }) => from.includes("server") && examples.length > 0 && match.kind === "constant",
  );
  return literal(server?.examples[0] ?? null);
}

/** A text on one line of Markdown that stays a text: no links, mentions, tags, tables or emphasis. Code spans stay code. */
export function inline(text: string): string {
  const line = text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ").replace(/[\u202A-\u202E\u2066-\u2069]/g, "");
  const parts = line.trim().split(/(`[^`]+`)/);
  return parts.map((part, index) => (index % 2 === 1 ? part.replaceAll("|", "\\|") : escapeProse(part))).join("");
}

/** A text as code: without what would end the span, the line or the table's cell. */
function codeSpan(text: string): string {
  const line = text.replace(/[\s\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069`]+/gu, " ").trim();
  return line === "" ? "(empty)" : `\`${line.replaceAll("|", "\\|")}\``;
}

function escapeProse(text: string): string {
  return text
    .replace(/[\\[\]<>|*#~`]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/@(?=\w)/g, "@\u200B")
    .replace(/:\/\//g, ":\u200B//")
    .replace(/\bwww\./gi, "www\u200B.");
}
