import { callsOf } from "../model/calls.ts";
import type { Contract } from "../model/contract.ts";
import { block, type Code, code, comment, join, name, property } from "./code.ts";
import { BANNER, type EmittedFile } from "./file.ts";
import { declareHandlers, type HandlerPage } from "./handlerTypes.ts";
import { DOOR, exportError, TypeImports } from "./moduleImports.ts";
import { declareRequest } from "./requestTypes.ts";
import { openingOf } from "./server.ts";
import { declareServerOptions, whoIsLetIn } from "./serverOptions.ts";

/** Emits `server.d.ts`: the handlers with a method for each message, written out, and what serves them. */
export function emitServerTypes(contract: Contract): EmittedFile[] {
  const { stubs } = contract;
  const [user, runtime, types] = [name(stubs.user), new TypeImports(DOOR), new TypeImports("./types.js")];
  const page = { contract, user, runtime, types };
  const options = declareServerOptions(contract, user, runtime);
  const parts = [declareSession(page), declareHandlers(page), options.declared, declareServer(page), declareServe(page)];
  // Printed first: what is imported shows only then.
  const body = join([...parts, ...declareRefusal(page)], "\n");
  const text = code`${runtime.print()}${options.imports}${types.print()}\n${exportError()}\n${body}`;
  return [{ path: "server.d.ts", text: `${BANNER}\n${text.text}` }];
}

function declareSession({ contract, user, runtime, types }: HandlerPage): Code {
  const { stubs, title } = contract;
  const asked = callsOf(contract, "server").flatMap(({ message, reply }) => {
    if (reply === null) return [];
    const bodies = [...reply.answers, ...reply.errors].map((answer) => types.value(answer));
    return [code`    ${property(message.name)}: ${join(bodies, " | ")};\n`];
  });
  const answers = asked.length === 0 ? code`` : code`,\n  {\n${join(asked, "")}  }\n`;
  const lead = asked.length === 0 ? code`` : code`\n  `;
  const base = code`${runtime.type("Session", "SessionBase")}<${lead}${types.type("ServerFields")}, ${user}${answers}>`;
  return code`${comment([`A connection to ${title}, as its handlers see it.`])}export interface ${name(stubs.session)}<${user} = unknown> extends ${base} ${block([declareRequest(contract, runtime)])}\n`;
}

function declareServer({ contract, user, runtime, types }: HandlerPage): Code {
  const { stubs, title } = contract;
  const base = code`${runtime.type("Server", "ServerBase")}<${types.type("ServerFields")}, ${name(stubs.session)}<${user}>>`;
  return code`${comment([`A server of ${title}.`])}export interface ${name(stubs.server)}<${user} = unknown> extends ${base} {}\n`;
}

function declareServe({ contract, user }: HandlerPage): Code {
  const { stubs, title, session } = contract;
  const handlers = code`${name(stubs.handlers)}<${user}>`;
  const needed = join(
    openingOf(contract).map(({ method }) => code` & Pick<${handlers}, ${method}>`),
    "",
  );
  const about = comment([
    `Serves ${title}: \`listen\` on a port, or \`attach\` to an HTTP server.`,
    session.errors === null
      ? "What a client waits for and no handler answers stays unanswered: the contract has no message that says so."
      : "What a client waits for and no handler answers is refused, as the contract says.",
    whoIsLetIn(contract),
  ]);
  return code`${about}export declare function ${name(stubs.serve)}<${user} = unknown>(
  handlers: Partial<${handlers}>${needed},
  options?: ${name(stubs.serverOptions)}<${user}>,
): ${name(stubs.server)}<${user}>;
`;
}

function declareRefusal({ contract, runtime, types }: HandlerPage): Code[] {
  const { session, stubs, messages } = contract;
  const message = messages.find((one) => one.name === session.errors?.message);
  if (message === undefined) return [];
  const fields = types.fields(message);
  const about = comment([`What a handler throws to answer with \`${message.name.replaceAll("`", "'")}\`.`]);
  return [
    code`${about}export declare function ${name(stubs.refuse)}(fields: ${fields}): ${runtime.type("WirepactError")}<${fields}>;\n`,
  ];
}
