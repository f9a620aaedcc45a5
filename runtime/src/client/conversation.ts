import type { Clock } from "../clock.ts";
import { bodyOf, composeFrame, messagesFrom } from "../compose.ts";
import type { MessageDescriptor } from "../contract.ts";
import type { HeartbeatDescriptor, ReplyDescriptor, StreamDescriptor } from "../conversation.ts";
import type { FrameError } from "../error.ts";
import { WirepactError } from "../wirepactError.ts";
import { Calls } from "./calls.ts";
import type { ClientDefinition } from "./definition.ts";
import { EncodingSwitch } from "./encodingSwitch.ts";
import type { Arrived, FrameCodec } from "./frameCodec.ts";
import type { Link } from "./link.ts";
import type { CallOptions } from "./options.ts";
import { Outbox } from "./outbox.ts";
import { PendingRequests } from "./pendingRequests.ts";
import type { Report } from "./report.ts";
import { RequestIds } from "./requestIds.ts";
import type { Settings } from "./settings.ts";
import { Slots } from "./slots.ts";
import { StreamTable } from "./streamTable.ts";
import { Subscriptions } from "./subscriptions.ts";

/** What a conversation needs. */
export interface ConversationParts {
  readonly definition: ClientDefinition;
  readonly settings: Settings;
  readonly codec: FrameCodec;
  readonly clock: Clock;
  readonly link: () => Link;
  readonly report: Report;
}

/** What is said over a client's connections: calls, what answers them, and what every new connection has to be told again. */
export class Conversation {
  readonly #parts: ConversationParts;
  readonly #messages: ReadonlyMap<string, MessageDescriptor>;
  readonly #pairs: ReadonlyMap<string, ReplyDescriptor>;
  readonly #starts: ReadonlyMap<string, StreamDescriptor>;
  readonly #encoding: EncodingSwitch;
  readonly #subscriptions: Subscriptions;
  readonly #requests: PendingRequests;
  readonly #streams = new StreamTable();
  readonly #ids: RequestIds;
  readonly #outbox: Outbox;
  readonly #calls: Calls;

  constructor(parts: ConversationParts) {
    const { definition, settings, clock } = parts;
    const { contract } = definition;
    this.#parts = parts;
    this.#messages = messagesFrom(contract, "client");
    const pairs = (contract.replies ?? []).filter(({ request }) => this.#messages.has(request));
    this.#pairs = new Map(pairs.map((pair) => [pair.request, pair]));
    this.#starts = new Map((contract.streams ?? []).map((stream) => [stream.start, stream]));
    this.#ids = new RequestIds(clock);
    this.#encoding = new EncodingSwitch(contract.encodings);
    this.#subscriptions = new Subscriptions(contract.topics);
    this.#requests = new PendingRequests(pairs, settings.maxPending);
    const onSent = (message: string, frame: unknown) => this.#sent(message, frame);
    this.#outbox = new Outbox({ ...parts, encoding: this.#encoding, limits: settings.queue, onSent });
    const [outbox, requests, streams, slots] = [this.#outbox, this.#requests, this.#streams, new Slots()];
    this.#calls = new Calls({ outbox, requests, streams, slots, settings, clock, errors: contract.errors });
  }

  /** Sends a message as the contract has it: as the start of a stream, as a request, or just so. */
  call(name: string, fields: unknown, options?: CallOptions): unknown {
    return this.#call(name, fields, options, false);
  }

  /** Sends a message of the stub's own, before what waits; nobody waits for what becomes of it. */
  say(name: string, fields: unknown, options?: CallOptions): void {
    const answer = this.#call(name, fields, options, true);
    if (answer instanceof Promise) answer.catch((error: unknown) => this.#regret(error));
  }

  /** Gives a message to whom it answers. */
  hear(arrived: Arrived): void {
    const { heartbeat, errors } = this.#parts.definition.contract;
    const isAnswer = this.#requests.answer(arrived);
    const isTaken = this.#streams.route(arrived);
    // A stream that an error ended has had it: the next in line, which may have begun since, is not meant.
    if (!isAnswer && !isTaken && arrived.message === errors?.message) this.#streams.refuse(arrived);
    if (heartbeat?.ping === arrived.message && heartbeat.from.includes("server")) this.#pong(heartbeat);
  }

  /** Fails whoever waited for a message that came, and breaks the contract. */
  mishear(frame: unknown, { code, messageName, issues, message: text }: FrameError): void {
    if (messageName === null || code === "unknown-message" || code === "wrong-direction") return;
    const error = new WirepactError("invalid-message", `the server's ${text}`, { messageName, issues });
    this.#requests.spoil({ message: messageName, frame }, error);
    this.#streams.spoil({ message: messageName, frame }, error);
  }

  /** Brings a new connection to where the one before was, and sends what waits. */
  resume(): void {
    const last = this.#encoding.restart();
    for (const { message, topics } of this.#subscriptions.changes()) this.#changeTopics(message, topics);
    if (last !== undefined) this.#repeat(last.message, last.frame);
    this.#outbox.flush();
  }

  /** Fails what was under way on a connection that is gone. */
  interrupt(error: WirepactError): void {
    this.#requests.failAll(error);
    this.#streams.failAll(error);
  }

  /** Fails all: no connection will come. */
  end(error: WirepactError): void {
    this.interrupt(error);
    this.#outbox.failAll(error);
  }

  #call(name: string, fields: unknown, options: CallOptions | undefined, isUrgent: boolean): unknown {
    const pair = this.#pairs.get(name);
    const id = pair?.id === undefined ? {} : { id: { pointer: pair.id, value: this.#ids.next() } };
    const outgoing = { message: this.#message(name), fields, isUrgent, ...id };
    const stream = this.#starts.get(name);
    if (stream !== undefined) return this.#calls.stream(outgoing, stream, pair, options);
    return pair === undefined ? this.#calls.tell(outgoing) : this.#calls.ask(outgoing, pair, options);
  }

  #sent(message: string, frame: unknown): void {
    this.#subscriptions.sent(message, frame);
    this.#encoding.sent(message, frame);
  }

  #changeTopics(name: string, topics: readonly string[]): void {
    const pointer = this.#parts.definition.contract.topics?.pointer ?? "";
    const message = this.#message(name);
    this.say(name, bodyOf(message, composeFrame(message, undefined, [{ pointer, value: topics }])));
  }

  #repeat(name: string, frame: unknown): void {
    this.say(name, bodyOf(this.#message(name), frame));
  }

  #pong({ pong, time }: HeartbeatDescriptor): void {
    const message = this.#message(pong);
    const envelope = time === undefined ? [] : [{ pointer: time, value: this.#parts.clock.now() / 1000 }];
    this.say(pong, bodyOf(message, composeFrame(message, undefined, envelope)));
  }

  /** What the server, or the contract, has against a message of ours is news; that no answer came is told by the connection. */
  #regret(error: unknown): void {
    const isNews = !(error instanceof WirepactError) || error.code === "rejected" || error.code === "invalid-message";
    if (isNews) this.#parts.report(error);
  }

  #message(name: string): MessageDescriptor {
    const message = this.#messages.get(name);
    if (message === undefined)
      throw new TypeError(`${this.#parts.definition.contract.protocol}: no message ${name} of the client`);
    return message;
  }
}
