import { type Call, callsOf } from "../model/calls.ts";
import type { Contract, Message } from "../model/contract.ts";
import { describeCall } from "./callTexts.ts";
import { block, type Code, code, comment, join, methodName, name } from "./code.ts";
import { declareConnectOptions, mustBeTold } from "./connectOptions.ts";
import { BANNER, type EmittedFile } from "./file.ts";
import { DOOR, exportError, TypeImports } from "./moduleImports.ts";
import { declareRejectionGuard } from "./rejection.ts";

/** What the declarations are printed with: the contract, and the imports that printing fills. */
interface Page {
  readonly contract: Contract;
  readonly runtime: TypeImports;
  readonly types: TypeImports;
}

/** Emits `client.d.ts`: a client with a method for each message, written out. */
export function emitClientTypes(contract: Contract): EmittedFile[] {
  const page = { contract, runtime: new TypeImports(DOOR), types: new TypeImports("./types.js") };
  const { runtime, types } = page;
  const guard = declareRejectionGuard(contract, runtime, types);
  const parts = [declareConnectOptions(contract, runtime, types), declareClient(page), declareConnect(contract), ...guard];
  const text = join([code`${runtime.print()}${types.print()}`, exportError(), ...parts], "\n");
  return [{ path: "client.d.ts", text: `${BANNER}\n${text.text}` }];
}

function declareClient(page: Page): Code {
  const { contract, runtime, types } = page;
  const { stubs, title, session, messages } = contract;
  const opening = messages.find((message) => message.name === session.opening);
  const base = code`${runtime.type("ClientBase")}<${types.type("ServerMessages")}${opening === undefined ? code`` : code`, ${types.value(opening)}`}>`;
  const methods = [...callsOf(contract, "client").map((call) => declareMethod(page, call)), ...httpMethods(page)];
  return code`${comment([`A connection to ${title}.`])}export interface ${name(stubs.client)} extends ${base} ${block(methods)}\n`;
}

function declareMethod(page: Page, call: Call): Code {
  const { message } = call;
  return code`${comment(describeCall(call), "  ")}  ${methodName(message.method)}(${parametersOf(page, call)}): ${resultOf(page, call)};\n`;
}

function parametersOf({ runtime, types }: Page, { message, reply, stream }: Call): Code {
  const { fields } = message;
  const isOptional = fields.kind !== "none" && fields.optional;
  const own = fields.kind === "none" ? [] : [code`fields${isOptional ? code`?` : code``}: ${types.fields(message)}`];
  // What nobody waits for has nothing to be told.
  const options = reply === null && stream === null ? [] : [code`options?: ${runtime.type("CallOptions")}`];
  return join([...own, ...options], ", ");
}

function resultOf(page: Page, { reply, stream }: Call): Code {
  if (stream === null) return code`Promise<${reply === null ? code`void` : replyType(page, reply.answers)}>`;
  const items = stream.items.map((message) => code`\n    | ${received(page, message)}`);
  // A pair of errors alone has no answer to resolve with.
  const answer = reply === null || reply.answers.length === 0 ? code`` : code`,\n    ${replyType(page, reply.answers)}`;
  return code`${page.runtime.type("MessageStream")}<${items}${answer}\n  >`;
}

/** The body, or where several messages may answer, which one it is too. */
function replyType(page: Page, answers: readonly Message[]): Code {
  const [only, ...others] = answers;
  if (only === undefined) return code`never`;
  if (others.length === 0) return page.types.value(only);
  return join(
    answers.map((message) => received(page, message)),
    " | ",
  );
}

function received({ runtime, types }: Page, message: Message): Code {
  return code`${runtime.type("Received")}<${message.name}, ${types.value(message)}>`;
}

function httpMethods({ contract, runtime, types }: Page): Code[] {
  return contract.session.http.map(({ callName, description, method, path, response }) => {
    const about = comment([description, `Sends \`${method} ${path.replaceAll("`", "'")}\` to the host of the connection.`], "  ");
    const options = code`options?: ${runtime.type("HttpCallOptions")}`;
    return code`${about}  ${methodName(callName)}(${options}): Promise<${types.type(response)}>;\n`;
  });
}

function declareConnect(contract: Contract): Code {
  const { stubs, title, session } = contract;
  const when =
    session.opening === null ? "is open" : `is open and the server's \`${session.opening.replaceAll("`", "'")}\` is here`;
  const about = comment([
    `Connects to ${title}. Resolves once the connection ${when}; rejects with a WirepactError.`,
    "A connection that is lost is made again, unless `reconnect` says otherwise.",
  ]);
  const options = code`options${mustBeTold(contract) ? code`` : code`?`}: ${name(stubs.connectOptions)}`;
  return code`${about}export declare function ${name(stubs.connect)}(url: string | URL, ${options}): Promise<${name(stubs.client)}>;\n`;
}
