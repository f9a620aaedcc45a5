import type { Direction, Pointer, ReplyDescriptor, StreamDescriptor } from "@wirepact/runtime";
import type { Contract, Message } from "./contract.ts";

/** A message that somebody sends, and what follows from it. */
export interface Call {
  readonly message: Message;
  /** What answers it; null where nothing does. */
  readonly reply: Reply | null;
  /** The messages that it starts; null where it starts none. */
  readonly stream: Stream | null;
  /** Whether a server's stub does what is to be done, so that a handler may be left out. */
  readonly isHandledByStub: boolean;
}

/** What answers a message. */
export interface Reply {
  readonly answers: readonly Message[];
  /** Answers that say it failed. */
  readonly errors: readonly Message[];
  /** Where the message has a text that does nothing but tell requests apart. */
  readonly id: Pointer | undefined;
}

/** Many messages that one message starts. */
export interface Stream {
  /** What belongs to it, the messages that end it included, in the contract's order. */
  readonly items: readonly Message[];
  readonly ends: readonly Message[];
  /** What follows once after the end. */
  readonly after: readonly Message[];
}

/** What each message of a side leads to, in the contract's order. What the transport raises is never sent. */
export function callsOf(contract: Contract, side: Direction): Call[] {
  const sent = contract.messages.filter(({ from, match }) => from.includes(side) && match.kind !== "lifecycle");
  return sent.map((message) => ({
    message,
    reply: replyOf(contract, message),
    stream: streamOf(contract, message),
    isHandledByStub: isHandledByStub(contract, message),
  }));
}

function replyOf(contract: Contract, { name }: Message): Reply | null {
  const pair: ReplyDescriptor | undefined = contract.replies.find(({ request }) => request === name);
  if (pair === undefined) return null;
  return { answers: named(contract, pair.replies), errors: named(contract, pair.errors), id: pair.id };
}

function streamOf(contract: Contract, { name }: Message): Stream | null {
  const stream: StreamDescriptor | undefined = contract.session.streams.find(({ start }) => start === name);
  if (stream === undefined) return null;
  const ends = stream.ends.map(({ message }) => message);
  const items = [...stream.items, ...ends];
  return { items: named(contract, items), ends: named(contract, ends), after: named(contract, stream.after) };
}

/** Topics, pings and encodings are the stub's affair, as are answers to the server's own questions. */
function isHandledByStub({ session, encodings, replies, messages }: Contract, { name }: Message): boolean {
  const { heartbeat, topics } = session;
  const own = [heartbeat?.ping, heartbeat?.pong, topics?.subscribe, topics?.unsubscribe, encodings.switch?.message];
  const ofServer = new Set(messages.filter(({ from }) => from.includes("server")).map((message) => message.name));
  const asked = replies.filter(({ request }) => ofServer.has(request));
  return own.includes(name) || asked.some((pair) => [...pair.replies, ...pair.errors].includes(name));
}

/** Messages by name, each once, in the contract's order. */
function named({ messages }: Contract, names: readonly string[]): Message[] {
  return messages.filter(({ name }) => names.includes(name));
}
