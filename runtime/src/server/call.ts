import { bodyOf, type EnvelopePart } from "../compose.ts";
import { preview } from "../error.ts";
import { belongsTo } from "../streamLaws.ts";
import { WirepactError } from "../wirepactError.ts";
import { type OpenRequest, repeatedOf } from "./answers.ts";
import type { Host } from "./host.ts";
import { needsHandler } from "./plan.ts";
import { type PreparedFrame, prepare } from "./prepare.ts";

/** One message of a client that is being handled. */
export interface Call {
  readonly message: string;
  readonly frame: unknown;
  /** Where the message is a request: its place among those that are open. */
  readonly request: OpenRequest | undefined;
}

/** Whether somebody waits for an answer to a message, and the user's handlers have none. */
export function isMissing({ plan, handlerOf }: Host, message: string): boolean {
  return handlerOf(message) === undefined && needsHandler(plan, message);
}

/** How many calls may be open for one more. Who has as many as may be still says that it lives: refused, it would take the connection for dead. */
export function mostOpen({ plan, limits }: Host, message: string): number {
  return message === plan.definition.contract.heartbeat?.ping ? 2 * limits.pending : limits.pending;
}

/** What a handler gets of a message. */
export function bodyOfCall(host: Host, { message, frame }: Call): unknown {
  const descriptor = host.plan.client.get(message);
  return descriptor === undefined ? undefined : bodyOf(descriptor, frame);
}

/** What a message of a call's stream carries unless the handler says otherwise: the fields by which it finds the stream. */
export function repeatedInStream({ plan }: Host, { message, frame }: Call, name: string): EnvelopePart[] {
  const stream = plan.streams.get(message);
  const belongs = stream !== undefined && (belongsTo(stream, name) || name === plan.definition.contract.errors?.message);
  return belongs ? repeatedOf(stream.match, frame) : [];
}

/** What every answer to a call carries unless the handler says otherwise: the fields of the pair or the stream, and the time of a pong. */
export function repeatedIn(host: Host, call: Call): EnvelopePart[] {
  const { message, request } = call;
  const { heartbeat, errors } = host.plan.definition.contract;
  const time = message === heartbeat?.ping ? heartbeat.time : undefined;
  const now = time === undefined ? [] : [{ pointer: time, value: host.clock.now() / 1000 }];
  const paired =
    request === undefined ? repeatedInStream(host, call, errors?.message ?? "") : repeatedOf(request.pair.match, request.frame);
  return [...paired, ...now];
}

/** The frame that a handler's value stands for: fields of the reply, or a message with its own; undefined where there is nothing to say. */
export function frameOf(host: Host, call: Call, value: unknown): PreparedFrame | undefined {
  const repeated = repeatedIn(host, call);
  const tuple = outgoingOf(host, value);
  const reply = replyOf(host, call);
  if (tuple !== undefined) return itself(host, call, reply, value) ?? prepare(host.plan, tuple[0], tuple[1], repeated);
  if (reply === undefined) return undefined;
  try {
    return prepare(host.plan, reply, value ?? defaultFields(host, reply), repeated);
  } catch (error) {
    throw explained(error, call, reply, value);
  }
}

/** Says what a handler gave where it is no fields at all: that properties of them are missing would lead nobody to it. */
function explained(error: unknown, { message }: Call, reply: string, value: unknown): unknown {
  const given = oddity(value);
  if (given === undefined || !(error instanceof WirepactError)) return error;
  const facts = { messageName: reply, issues: error.issues, cause: error };
  return new WirepactError(
    "invalid-message",
    `the handler of ${preview(message)} gave ${given}, which makes no ${preview(reply)}`,
    facts,
  );
}

function oddity(value: unknown): string | undefined {
  if (value === undefined || value === null) return "nothing";
  if (typeof value !== "object") return preview(value);
  return Symbol.iterator in value && "next" in value ? "a generator that is not async" : undefined;
}

/** What looks like a tuple may be the one reply there is: its body is a list that begins with the name of a message. */
function itself(host: Host, call: Call, reply: string | undefined, value: unknown): PreparedFrame | undefined {
  if (reply === undefined) return undefined;
  if (call.request !== undefined && call.request.pair.replies.length > 1) return undefined;
  try {
    return prepare(host.plan, reply, value, repeatedIn(host, call));
  } catch {
    return undefined;
  }
}

/** An outgoing tuple: a message of the server by name, and its fields. */
export function outgoingOf(host: Host, value: unknown): readonly [name: string, fields: unknown] | undefined {
  if (!Array.isArray(value) || typeof value[0] !== "string" || !host.plan.server.has(value[0])) return undefined;
  return [value[0], value[1]];
}

/** The message that answers a call which names no other. */
function replyOf(host: Host, { message, request }: Call): string | undefined {
  const { heartbeat } = host.plan.definition.contract;
  return message === heartbeat?.ping ? heartbeat.pong : request?.pair.replies[0];
}

/** Fields of an answer that a handler left to the stub: none, or, where properties alone tell the message, a text for each. */
function defaultFields(host: Host, reply: string): unknown {
  const match = host.plan.server.get(reply)?.match;
  return match?.kind === "shape" ? Object.fromEntries(match.required.map((key) => [key, "ok"])) : {};
}
