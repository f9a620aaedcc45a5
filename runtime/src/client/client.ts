import type { Clock } from "../clock.ts";
import { messagesFrom } from "../compose.ts";
import type { FrameError } from "../error.ts";
import type { IncomingFrame } from "../wire.ts";
import { WirepactError } from "../wirepactError.ts";
import type { ClientBase } from "./clientBase.ts";
import { type ClientState, STATE } from "./clientState.ts";
import { Connection, type ConnectionHandlers } from "./connection.ts";
import { Conversation } from "./conversation.ts";
import { approach } from "./credentials.ts";
import type { ClientDefinition } from "./definition.ts";
import { isFinal } from "./endError.ts";
import { FrameCodec } from "./frameCodec.ts";
import { Heartbeat } from "./heartbeat.ts";
import { Intake } from "./intake.ts";
import { Link } from "./link.ts";
import { Listeners } from "./listeners.ts";
import type { CallOptions } from "./options.ts";
import { reportTo } from "./report.ts";
import { type AnyConnectOptions, type Settings, settingsOf } from "./settings.ts";
import { endpointUrl, printUrl } from "./url.ts";

/** What a client is made of. */
export interface ClientParts {
  readonly definition: ClientDefinition;
  readonly url: string | URL;
  readonly options: AnyConnectOptions;
  readonly clock: Clock;
}

/** A client of any protocol: its connections, what is said over them, and who listens. */
export class Client implements ClientBase<Record<string, unknown>, unknown> {
  readonly closed: Promise<void>;
  opening: unknown;
  readonly #parts: ClientParts;
  readonly #settings: Settings;
  readonly #codec: FrameCodec;
  readonly #conversation: Conversation;
  readonly #heartbeat: Heartbeat | undefined;
  readonly #link: Link;
  readonly #intake: Intake;
  #wasReady = false;
  /** What nobody could listen to before the first connection was ready: what the transport raised, and the opening message. */
  #missed: (() => void)[] = [];
  readonly #known: ReadonlySet<string>;
  readonly #messages: Listeners<(body: unknown) => void>;
  readonly #unknown: Listeners<(frame: unknown, error: FrameError) => void>;
  readonly #states: Listeners<(state: ClientState, reason?: WirepactError) => void>;
  #isGone: (gone: Promise<void> | undefined) => void = () => {};
  #closing: Promise<void> | undefined;

  /** Begins to connect at once. Throws where the address is none. */
  constructor(parts: ClientParts) {
    const { definition, options, clock } = parts;
    const report = reportTo(options.onError);
    this.#parts = parts;
    this.#settings = settingsOf(options);
    this.#known = new Set(messagesFrom(definition.contract, "server").keys());
    this.#messages = new Listeners(report);
    this.#unknown = new Listeners(report);
    this.#states = new Listeners(report);
    this.closed = new Promise((resolve) => {
      this.#isGone = resolve;
    });
    this.#codec = new FrameCodec(definition);
    const link = () => this.#link;
    this.#conversation = new Conversation({ definition, settings: this.#settings, codec: this.#codec, clock, link, report });
    this.#heartbeat = this.#makeHeartbeat();
    this.#intake = new Intake(clock, (frame) => this.#hear(frame));
    this.#link = this.#makeLink();
  }

  /** Settled by the first connection. */
  get first(): Promise<void> {
    return this.#link.first;
  }

  get state(): ClientState {
    return this.#link.state;
  }

  /** Sends a message as the contract has it. */
  call(name: string, fields: unknown, options?: CallOptions): unknown {
    return this.#conversation.call(name, fields, options);
  }

  on(name: string, handler: (body: unknown) => void): () => void {
    if (!this.#known.has(name)) throw new TypeError(`the server has no message ${JSON.stringify(name)}`);
    return this.#messages.add(name, handler);
  }

  onUnknown(handler: (frame: unknown, error: FrameError) => void): () => void {
    return this.#unknown.add("", handler);
  }

  onStateChange(handler: (state: ClientState, reason?: WirepactError) => void): () => void {
    return this.#states.add("", handler);
  }

  close(): Promise<void> {
    this.#end(new WirepactError("closed", "the client was closed"));
    return this.closed;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** Gives up, for another reason than that somebody closed it. */
  abort(error: WirepactError): void {
    this.#end(error);
  }

  #end(error: WirepactError): void {
    if (this.state === STATE.closed) return;
    this.#closing = this.#link.connection.close();
    this.#link.end(error);
  }

  #makeLink(): Link {
    const { definition, options, url, clock } = this.#parts;
    const { contract, open } = definition;
    const refusals = new Set(contract.endpoint.refusals.flatMap((refusal) => ("close" in refusal ? [refusal.close] : [])));
    const address = printUrl(endpointUrl(url, contract.endpoint, options.parameters));
    const { timeout, reconnect } = this.#settings;
    const parts = {
      approach: () => approach(contract, url, options),
      open,
      opening: contract.opening,
      refusals,
      timeout,
      address,
      clock,
    };
    const attempt = (handlers: ConnectionHandlers) => new Connection(parts, handlers);
    return new Link(
      { attempt, reconnect, isFinal: (error) => isFinal(error, refusals), clock },
      {
        onReady: () => this.#ready(),
        onFrame: (frame) => this.#intake.take(frame),
        onLost: (error) => this.#lost(error),
        onOver: (error) => this.#over(error),
        onState: (state, reason) => this.#changed(state, reason),
      },
    );
  }

  #makeHeartbeat(): Heartbeat | undefined {
    const { definition, clock } = this.#parts;
    const { heartbeat } = definition.contract;
    const times = this.#settings.heartbeat;
    if (times === undefined || heartbeat === undefined || !heartbeat.from.includes("client")) return undefined;
    return new Heartbeat(clock, times, {
      ping: () => this.#conversation.say(heartbeat.ping, undefined, { timeout: times.deadline }),
      dead: () => this.#link.connection.drop(new WirepactError("closed", `no sign of life within ${times.deadline} ms`)),
    });
  }

  #ready(): void {
    if (!this.#wasReady) this.#intake.hold(this.#missed);
    this.#wasReady = true;
    this.#missed = [];
    this.#heartbeat?.start();
    this.#conversation.resume();
  }

  #lost(error: WirepactError): void {
    this.#intake.release();
    this.#heartbeat?.stop();
    this.#conversation.interrupt(error);
  }

  #over(error: WirepactError): void {
    this.#intake.drop();
    this.#heartbeat?.stop();
    this.#conversation.end(error);
    this.#isGone(this.#closing);
  }

  /** Listeners are told a change before whoever waits for an answer acts on it. */
  #changed(state: ClientState, reason: WirepactError | undefined): void {
    if (reason === undefined) this.#states.emit("", state);
    else this.#states.emit("", state, reason);
    if (state !== STATE.closed) return;
    for (const listeners of [this.#messages, this.#unknown, this.#states]) listeners.clear();
  }

  #hear(incoming: IncomingFrame): void {
    this.#heartbeat?.heard();
    const read = this.#codec.read(incoming);
    // Contracts need not know what Socket.IO raises by itself.
    const isRaised = incoming.kind === "event" && incoming.raised === true;
    if (read.kind === "unknown" && isRaised) return;
    if (read.kind === "unknown") return this.#mishear(read.frame, read.error);
    const { message, body } = read.arrived;
    const isOpening = message === this.#parts.definition.contract.opening;
    if (isOpening) this.opening = body;
    const tell = () => this.#messages.emit(message, body);
    // Nothing else is owed to listeners before the opening message, nor may a server fill memory with it.
    if (this.#wasReady) tell();
    else if (isOpening || isRaised) this.#missed.push(tell);
    this.#conversation.hear(read.arrived);
    if (isOpening) this.#link.connection.greeted();
  }

  #mishear(frame: unknown, error: FrameError): void {
    this.#link.connection.misheard(error);
    this.#unknown.emit("", frame, error);
    this.#conversation.mishear(frame, error);
  }
}
