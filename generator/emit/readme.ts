import type { HeartbeatDescriptor, RefusalDescriptor, ResourceDescriptor } from "@wirepact/runtime";
import type { Contract, Message } from "../model/contract.ts";
import { answerRows } from "./answers.ts";
import type { EmittedFile } from "./file.ts";
import { alternatives, codeSpan, inline } from "./markdown.ts";
import { printProgram } from "./readmeProgram.ts";
import { stubsView } from "./readmeStubs.ts";
import { sentAs } from "./sentAs.ts";
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
    encoding: encodingOf(contract),
    transport: contract.transport === "socketio" ? "Socket.IO" : "WebSocket",
    connection: connectionRows(contract),
    program: printProgram(contract),
    frames: framesOf(contract),
    programs: programsOf(contract),
    ...stubsView(contract),
    client: rowsOf(messages, "client"),
    server: rowsOf(messages, "server"),
    answers: answerRows(contract),
    ...errorsOf(contract),
    decisions: decisionsOf(contract).map((text) => ({ text })),
  };
}

function encodingOf({ transport, encodings: { text, binary } }: Contract): string {
  if (transport === "socketio") return "events with JSON data";
  const kinds = [...(binary === null ? [] : ["MessagePack binary frames"]), ...(text === null ? [] : ["JSON text frames"])];
  return kinds.join(" and ");
}

/** What a decoded frame is, where that is not plain. */
function framesOf({ transport, encodings }: Contract): string {
  if (transport === "socketio") return "A Socket.IO event is the frame `{ event, data }`, without `data` where it has none.";
  if (encodings.binary === null) return "";
  return 'A frame that travelled as MessagePack is told so, as in `parseServerMessage(frame, "msgpack")`: bytes are bytes there, and base64 texts in JSON.';
}

/** The protocol's own error codes, where it has a list of them. */
function errorsOf({ session: { errors } }: Contract) {
  const place = codeSpan(errors?.code?.pointer ?? "");
  return {
    errorMessage: `${codeSpan(errors?.message ?? "")} says at ${place} what went wrong. Codes that the contract names:`,
    errorCodes: (errors?.codes ?? []).map(({ code, meaning }) => ({ code: codeSpan(code), text: inline(meaning) })),
  };
}

/** Notes of the protocol, then those of single messages under their names. */
function decisionsOf({ notes, messages }: Contract): string[] {
  const general = notes.map(({ source, text }) => `${inline(text)}${source === undefined ? "" : ` (${inline(source)})`}`);
  const single = messages.flatMap((message) => message.notes.map((text) => `${codeSpan(message.name)}: ${inline(text)}`));
  return [...general, ...single];
}

function connectionRows(contract: Contract) {
  const { endpoint } = contract;
  const rows: [string, string][] = [
    ...endpoint.parameters.map(({ name, description }): [string, string] => [`path ${codeSpan(name)}`, description]),
    ...endpoint.query.map(({ name, required, description }): [string, string] => [
      `query ${codeSpan(name)}${required ? "" : " (optional)"}`,
      description,
    ]),
    ...endpoint.credentials.map(({ name, description, descriptor }): [string, string] => [
      `credential ${codeSpan(name)}`,
      descriptor === null ? `${description} Left to you: the stubs neither show nor check it.`.trim() : description,
    ]),
    ...endpoint.refusals.map((refusal): [string, string] => [`refused with ${refusalCode(refusal)}`, `when ${refusal.when}`]),
    ...endpoint.closes.map(({ code, from, when }): [string, string] => [`close ${code} by the ${inline(from)}`, `when ${when}`]),
    ...endpoint.settings.map((setting): [string, string] => ["setting", setting]),
    ...sessionRows(contract),
  ];
  return rows.map(([what, text]) => ({ what, text: inline(text) }));
}

function sessionRows({ session }: Contract): [string, string][] {
  const { opening, heartbeat, resource, http } = session;
  return [
    ...(opening === null ? [] : [["first message", codeSpan(opening)] satisfies [string, string]]),
    ...(heartbeat === null ? [] : [["heartbeat", heartbeatText(heartbeat)] satisfies [string, string]]),
    ...(resource === null ? [] : [["ownership", ownershipText(resource)] satisfies [string, string]]),
    ...http.map(({ method, path, description }): [string, string] => [codeSpan(`${method} ${path}`), description]),
  ];
}

function heartbeatText({ ping, pong, from }: HeartbeatDescriptor): string {
  return `\`${ping}\` from the ${from.join(" or the ")}, answered by \`${pong}\``;
}

function ownershipText({ key, owner }: ResourceDescriptor): string {
  const whose = owner === undefined ? "the connection" : `the query's \`${owner}\`, or else the connection`;
  return `what \`${key}\` names belongs to whoever names it first, and frames of others for it are refused. Who that is, the server's \`authenticate\` says; without it ${whose}`;
}

function refusalCode(refusal: RefusalDescriptor): string {
  return "status" in refusal ? `HTTP ${refusal.status}` : `close ${refusal.close}`;
}

function rowsOf(messages: readonly Message[], side: "client" | "server") {
  return messages
    .filter(({ from }) => from.includes(side))
    .map((message) => ({
      name: `${inline(message.name)}${wireOf(message)}`,
      identifier: message.identifier,
      description: `${message.deprecated === false ? "" : "**Deprecated.** "}${inline(`${message.description} ${message.details}`)}`,
    }));
}

/** What a frame says that it is, where that is not the message's name. */
function wireOf(message: Message): string {
  const constants = sentAs(message);
  const isPlain = constants.length === 0 || (constants.length === 1 && constants[0] === message.name);
  return isPlain ? "" : `, sent as ${alternatives(constants)}`;
}

/** The contract's own example, in a fence that nothing in it can end. */
function programsOf({ example }: Contract) {
  if (example === undefined) return [];
  const longest = Math.max(0, ...(example.match(/`+/g) ?? []).map((run) => run.length));
  return [{ fence: "`".repeat(Math.max(3, longest + 1)), text: example }];
}
