import { messagesFrom } from "../compose.ts";
import type { MessageDescriptor } from "../contract.ts";
import type { ReplyDescriptor, StreamDescriptor } from "../conversation.ts";
import { gatesOf } from "../topicLaws.ts";
import type { ServerDefinition } from "./definition.ts";

/** A definition, arranged for looking things up. All tables are Maps: the names may come from a peer. */
export interface Plan {
  readonly definition: ServerDefinition;
  /** What clients send, and what the server sends. */
  readonly client: ReadonlyMap<string, MessageDescriptor>;
  readonly server: ReadonlyMap<string, MessageDescriptor>;
  /** Reply pairs by their request, of clients and of the server. */
  readonly pairs: ReadonlyMap<string, ReplyDescriptor>;
  readonly asked: ReadonlyMap<string, ReplyDescriptor>;
  /** Messages of clients that answer the server. */
  readonly answering: ReadonlySet<string>;
  /** Streams by the message that starts them. */
  readonly streams: ReadonlyMap<string, StreamDescriptor>;
  /** Topics that open the way for a message of the server. */
  readonly gates: ReadonlyMap<string, readonly string[]>;
  /** Methods of the handler, by message. */
  readonly methods: ReadonlyMap<string, string>;
}

/** Arranges a definition, once for each server. */
export function planOf(definition: ServerDefinition): Plan {
  const { contract, methods } = definition;
  const client = messagesFrom(contract, "client");
  const server = messagesFrom(contract, "server");
  const replies = contract.replies ?? [];
  const byRequest = (side: ReadonlyMap<string, MessageDescriptor>) =>
    new Map(replies.filter(({ request }) => side.has(request)).map((pair) => [pair.request, pair]));
  const asked = byRequest(server);
  return {
    definition,
    client,
    server,
    pairs: byRequest(client),
    asked,
    answering: new Set([...asked.values()].flatMap(({ replies, errors }) => [...replies, ...errors])),
    streams: new Map((contract.streams ?? []).map((stream) => [stream.start, stream])),
    gates: gatesOf(contract.topics),
    methods: new Map(Object.entries(methods).map(([method, message]) => [message, method])),
  };
}

/** Messages that the stub handles by itself, so that a handler need not. */
function isHandledByStub({ definition: { contract } }: Plan, message: string): boolean {
  const { heartbeat, topics, encodings } = contract;
  return [heartbeat?.ping, topics?.subscribe, topics?.unsubscribe, encodings.switch?.message].includes(message);
}

/** Whether a client waits for what the stub cannot say by itself: an answer, or a stream. */
export function needsHandler(plan: Plan, message: string): boolean {
  return (plan.pairs.has(message) || plan.streams.has(message)) && !isHandledByStub(plan, message);
}

/** Methods that a handler must have: that of the opening, without which there is no connection. What else it lacks is refused. */
export function requiredMethods({ definition, methods }: Plan): string[] {
  const { opening } = definition.contract;
  const method = opening === undefined ? undefined : methods.get(opening);
  return method === undefined ? [] : [method];
}
