import { escapeStep, similar } from "@wirepact/runtime";
import { DefinitionError } from "../define/definitionError.ts";
import type { Encodings } from "../define/encodings.ts";
import type { CloseCode, Endpoint, Refusal } from "../define/endpoint.ts";
import type { ErrorCodes } from "../define/errors.ts";
import type { MessageDefinition, MessageOptions } from "../define/message.ts";
import { componentKey } from "../define/print/componentKey.ts";
import type { Codec, HttpOperation, Note, ProtocolDefinition } from "../define/protocol.ts";
import type { Scenario } from "../define/scenario.ts";
import type { Machine, Topics } from "../define/session.ts";

/** Every option of a kind of part: the compiler misses none, and lets none in that is gone. */
type Options<T> = Readonly<Record<keyof T, true>>;

const message: Options<MessageOptions> = {
  description: true,
  source: true,
  fields: true,
  body: true,
  exactlyOne: true,
  atLeastOne: true,
  open: true,
  bodyOptional: true,
  constant: true,
  examples: true,
  deprecated: true,
  sunset: true,
  notes: true,
};

const endpoint: Options<Endpoint> = {
  transport: true,
  path: true,
  host: true,
  port: true,
  secure: true,
  parameters: true,
  query: true,
  refusals: true,
  closes: true,
  credentials: true,
  settings: true,
};

const refusal: Options<Refusal> = { status: true, close: true, when: true };
const close: Options<CloseCode> = { code: true, from: true, when: true };
const encodings: Options<Encodings> = { text: true, binary: true, initial: true, switch: true };
const topics: Options<Topics> = { subscribe: true, unsubscribe: true, field: true, topics: true };
const topic: Options<Topics["topics"][string]> = { messages: true, initial: true };
const codes: Options<ErrorCodes> = { field: true, unknown: true, invalid: true, failed: true, codes: true };
const codec: Options<Codec> = { description: true, source: true, layout: true };
const scenario: Options<Scenario> = { name: true, description: true, source: true, steps: true };
const note: Options<Note> = { source: true, text: true };

const machine: Options<Machine> = {
  description: true,
  source: true,
  message: true,
  key: true,
  state: true,
  initial: true,
  transitions: true,
};

const http: Options<HttpOperation> = {
  method: true,
  path: true,
  description: true,
  source: true,
  status: true,
  response: true,
};

/** Names the options that a message does not have. */
export function checkMessageOptions(name: string, { options }: MessageDefinition): DefinitionError[] {
  return foreign(`the message ${JSON.stringify(name)}`, options, message, `/components/messages/${componentKey(name)}`);
}

/** Names the options that the parts of a protocol do not have. Its parts are what they must be: that was looked at before. */
export function checkPartOptions(protocol: ProtocolDefinition): DefinitionError[] {
  const { refusals, closes } = protocol.endpoint;
  return [
    ...foreign("the endpoint", protocol.endpoint, endpoint, "/endpoint"),
    ...each("a refusal", refusals, refusal, "/endpoint/refusals"),
    ...each("a close code", closes, close, "/endpoint/closes"),
    ...foreign("the encodings", protocol.encodings, encodings, "/encodings"),
    ...each("the machine", protocol.machines, machine, "/machines"),
    ...foreign("topics", protocol.topics, topics, "/topics"),
    ...each("the topic", protocol.topics?.topics, topic, "/topics/topics"),
    ...foreign("errors", protocol.errors?.code, codes, "/errors"),
    ...each("the operation", protocol.http, http, "/http"),
    ...each("the codec", protocol.codecs, codec, "/codecs"),
    ...each("a scenario", protocol.scenarios, scenario, "/scenarios"),
    ...each("a note", protocol.notes, note, "/notes"),
  ];
}

/** Says what a part has not, and what was probably meant. */
export function unknownOption(what: string, key: string, known: readonly string[], pointer: string): DefinitionError {
  const meant = similar(key, known) ?? known.find((option) => key.length > 3 && option.startsWith(key.slice(0, 4)));
  const hint = meant === undefined ? `there are ${known.join(", ")}` : `did you mean ${JSON.stringify(meant)}?`;
  const text = `${what} has no option ${JSON.stringify(key)}; ${hint}`;
  return new DefinitionError("bad-definition", { pointer: `${pointer}/${escapeStep(key)}` }, text);
}

/** The parts of a list, or of an object in which each has a name. */
function each(
  what: string,
  parts: object | undefined,
  known: Readonly<Record<string, true>>,
  pointer: string,
): DefinitionError[] {
  return Object.entries(parts ?? {}).flatMap(([key, part]) => {
    const subject = Array.isArray(parts) ? what : `${what} ${JSON.stringify(key)}`;
    return foreign(subject, part, known, `${pointer}/${escapeStep(key)}`);
  });
}

function foreign(what: string, part: unknown, known: Readonly<Record<string, true>>, pointer: string): DefinitionError[] {
  if (typeof part !== "object" || part === null) return [];
  const keys = Object.keys(part).filter((key) => !Object.hasOwn(known, key));
  return keys.map((key) => unknownOption(what, key, Object.keys(known), pointer));
}
