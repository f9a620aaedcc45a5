import { pointerSteps } from "@wirepact/runtime";
import type { Call } from "../model/calls.ts";
import type { Message } from "../model/contract.ts";
import { type CommentLine, deprecatedTag, remarksTag } from "./code.ts";

/** What a reader sees when hovering over a method of a client: the message, what answers it, and what it starts. */
export function describeCall(call: Call): CommentLine[] {
  const { message, reply, stream } = call;
  const after = stream === null || stream.after.length === 0 ? "" : ` Then comes ${listed(stream.after)}, to be heard by \`on\`.`;
  const streamed = stream === null ? undefined : `Gives what follows, until ${listed(stream.ends)} ends it.${after}`;
  return [...about(message), `Sends \`${quoted(message)}\`.`, answering(reply), identified(reply), streamed, ...tags(message)];
}

/** What answers a request; a pair may have errors alone. */
function answering(reply: Call["reply"]): string | undefined {
  if (reply === null) return undefined;
  const failed = reply.errors.length === 0 ? [] : [`${listed(reply.errors)} rejects with a WirepactError \`rejected\``];
  const answered = reply.answers.length === 0 ? [] : [`Answered by ${listed(reply.answers)}`];
  const parts = [...answered, ...failed];
  return parts.length === 0 ? undefined : `${parts.join("; ")}.`;
}

/** What the client does about the id of a request that is given none. */
function identified(reply: Call["reply"]): string | undefined {
  const field = reply?.id === undefined ? undefined : pointerSteps(reply.id).at(-1);
  if (field === undefined) return undefined;
  return `Where \`${field.replaceAll("`", "'")}\` is left out, the client makes one: it tells calls apart that run at a time.`;
}

/** What a reader sees when hovering over a method of a handler: the message, and what is to be done about it. */
export function describeHandling(call: Call): CommentLine[] {
  const { message, reply, stream, isHandledByStub } = call;
  const own = isHandledByStub
    ? "The stub does what the contract asks for once the handler is through, unless it throws."
    : undefined;
  return [
    ...about(message),
    `For each \`${quoted(message)}\`.`,
    own,
    whatToReturn(call),
    streaming(reply, stream),
    ...tags(message),
  ];
}

/** What a reader sees when hovering over the handler's method for the opening message. */
export function describeOpening(message: Message): CommentLine[] {
  return [
    ...about(message),
    `Return what is given to send \`${quoted(message)}\`. What is thrown closes the connection.`,
    ...tags(message),
  ];
}

function whatToReturn({ reply, stream }: Call): string | undefined {
  if (reply === null || stream !== null) return undefined;
  const what =
    reply.answers.length > 1 ? `[name, fields] of ${listed(reply.answers)}` : `what is given to send ${listed(reply.answers)}`;
  return `Return ${what}${throwing(reply)}.`;
}

function streaming(reply: Call["reply"], stream: Call["stream"]): string | undefined {
  if (stream === null) return undefined;
  const first = reply === null ? "" : firstOf(reply);
  return `Give [name, fields] of each message:${first} ${listed(stream.ends)} ends it.`;
}

function firstOf(reply: NonNullable<Call["reply"]>): string {
  if (reply.answers.length > 0) return ` ${listed(reply.answers)} comes first${throwing(reply)};`;
  return reply.errors.length === 0 ? "" : ` throw to refuse with ${listed(reply.errors)};`;
}

function throwing({ errors }: NonNullable<Call["reply"]>): string {
  return errors.length === 0 ? "" : `, or throw to answer with ${listed(errors)}`;
}

function about({ description, details }: Message): CommentLine[] {
  return [description, details];
}

function tags({ notes, deprecated, sunset }: Message): CommentLine[] {
  return [remarksTag(notes), deprecatedTag(deprecated, sunset)];
}

/** Messages as a sentence lists them. */
function listed(messages: readonly Message[]): string {
  const names = messages.map((message) => `\`${quoted(message)}\``);
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

function quoted({ name }: Message): string {
  return name.replaceAll("`", "'");
}
