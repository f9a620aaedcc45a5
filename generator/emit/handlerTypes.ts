import { type Call, callsOf } from "../model/calls.ts";
import type { Contract, Message } from "../model/contract.ts";
import { describeHandling, describeOpening } from "./callTexts.ts";
import { block, type Code, code, comment, join, methodName, name, spaces } from "./code.ts";
import type { TypeImports } from "./moduleImports.ts";
import { repeatedFields } from "./repeatedFields.ts";
import { openingOf } from "./server.ts";

/** What the declarations of a server are printed with: the contract, its users' type, and the imports that printing fills. */
export interface HandlerPage {
  readonly contract: Contract;
  readonly user: Code;
  readonly runtime: TypeImports;
  readonly types: TypeImports;
}

/** Declares what a server does with each message. */
export function declareHandlers(page: HandlerPage): Code {
  const { contract, user } = page;
  const { stubs, title } = contract;
  const methods = [
    ...openingOf(contract).map((message) => declareOpening(page, message)),
    ...callsOf(contract, "client").map((call) => declareHandler(page, call)),
    ...httpHandlers(page),
  ];
  const about = comment([`What a server of ${title} does with each message. The stub does without what is optional.`]);
  return code`${about}export interface ${name(stubs.handlers)}<${user} = unknown> ${block(methods)}\n`;
}

function declareOpening(page: HandlerPage, message: Message): Code {
  const { method } = message;
  const result = orPromise(fieldsOrNothing(page, message, false));
  return code`${comment(describeOpening(message), "  ")}  ${methodName(method)}(session: ${sessionOf(page)}): ${result};\n`;
}

function declareHandler(page: HandlerPage, call: Call): Code {
  const { message, isHandledByStub, stream } = call;
  const about = comment(describeHandling(call), "  ");
  const given = code`message: ${page.types.value(message)}, session: ${sessionOf(page)}`;
  const mark = isHandledByStub ? code`?` : code``;
  const result = stream === null ? answer(page, call) : streamOf(page, call);
  return code`${about}  ${methodName(message.method)}${mark}(${given}):${result};\n`;
}

function sessionOf({ contract, user }: HandlerPage): Code {
  return code`${name(contract.stubs.session)}<${user}>`;
}

/** What a handler of a request returns, on several lines where it has a choice. */
function answer(page: HandlerPage, call: Call): Code {
  const answers = call.reply?.answers ?? [];
  if (answers.length < 2) return code` ${orPromise(answerOf(page, call))}`;
  const choice = lines(outgoing(page, answers, call.message), "        ");
  return code`${lines(outgoing(page, answers, call.message), "    ")}\n    | Promise<${choice}\n      >`;
}

/** Members of a union, one a line. */
function lines(members: readonly Code[], indent: string): Code {
  return join(
    members.map((member) => code`\n${spaces(indent)}| ${member}`),
    "",
  );
}

/** What a handler returns: fields of the one answer, a choice among several, or nothing. */
function answerOf(page: HandlerPage, { message, reply, isHandledByStub }: Call): Code {
  const [only, ...others] = reply?.answers ?? [];
  if (only === undefined) return code`void`;
  if (others.length === 0) return fieldsOrNothing(page, only, isHandledByStub, message);
  return join(outgoing(page, [only, ...others], message), " | ");
}

/** What is given to send a message, or nothing where nothing has to be given. */
function fieldsOrNothing(page: HandlerPage, message: Message, isFilled: boolean, request?: Message): Code {
  const { fields } = message;
  if (fields.kind === "none") return code`void`;
  const needsNothing = isFilled || fields.optional;
  const given = request === undefined ? page.types.fields(message) : unrepeated(page, request, message);
  return needsNothing ? code`${given} | void` : given;
}

/** What is given to answer a request: what the stub repeats of it may be left out. */
function unrepeated({ contract, runtime, types }: HandlerPage, request: Message, answer: Message): Code {
  const repeated = repeatedFields(contract, request, answer).map((field) => code`${field}`);
  if (repeated.length === 0) return types.fields(answer);
  return code`${runtime.type("Repeating")}<${types.fields(answer)}, ${join(repeated, " | ")}>`;
}

function streamOf(page: HandlerPage, call: Call): Code {
  const { reply, stream } = call;
  const answer = answerOf(page, call);
  const sent = new Set([...(reply?.answers ?? []), ...(reply?.errors ?? []), ...(stream?.items ?? []), ...(stream?.after ?? [])]);
  const items = lines(outgoing(page, [...sent]), "        ");
  return code`\n    | AsyncIterable<${items}\n      >\n    | ${answer}\n    | Promise<${answer}>`;
}

function outgoing(page: HandlerPage, messages: readonly Message[], request?: Message): Code[] {
  const given = (message: Message) => (request === undefined ? page.types.fields(message) : unrepeated(page, request, message));
  return messages.map((message) => code`${page.runtime.type("Outgoing")}<${message.name}, ${given(message)}>`);
}

function orPromise(type: Code): Code {
  return code`${type} | Promise<${type}>`;
}

function httpHandlers({ contract, types }: HandlerPage): Code[] {
  return contract.session.http.map(({ callName, description, method, path, response }) => {
    const about = comment([description, `Answers \`${method} ${path.replaceAll("`", "'")}\`.`], "  ");
    return code`${about}  ${methodName(callName)}(): ${orPromise(types.type(response))};\n`;
  });
}
