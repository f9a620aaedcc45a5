import type { NamedFrame } from "../correlation.ts";
import { encodingAskedBy } from "../encodingLaws.ts";
import { equal } from "../equal.ts";
import { preview } from "../error.ts";
import type { Encoding } from "../parser.ts";
import { WirepactError } from "../wirepactError.ts";
import type { Call } from "./call.ts";
import { Calls } from "./calls.ts";
import { EXPIRED } from "./closeCodes.ts";
import { atTime } from "./expiry.ts";
import { isRejection, thrownFrame } from "./failure.ts";
import type { Host } from "./host.ts";
import { Inbox } from "./inbox.ts";
import { Outbox } from "./outbox.ts";
import type { Peer, PeerHandlers, UpgradeRequest } from "./peer.ts";
import { type PreparedFrame, prepare } from "./prepare.ts";
import { Questions } from "./questions.ts";
import type { AskOptions, Session, SessionEnd } from "./session.ts";
import { settle } from "./settle.ts";
import { Subscriptions } from "./subscriptions.ts";
import { Watch } from "./watch.ts";

/** One connection of a server: the session that handlers see, and what becomes of its frames. */
export class Connection implements Session {
  readonly id = crypto.randomUUID();
  readonly calls: Calls;
  readonly #host: Host;
  readonly #peer: Peer;
  readonly #inbox: Inbox;
  readonly #outbox: Outbox;
  readonly #questions: Questions;
  readonly #subscriptions: Subscriptions;
  readonly #watch: Watch;
  readonly #abort = new AbortController();
  readonly #admitted: unknown;
  /** What the frames of this connection prove; undefined before the first one that does. */
  #proof: { readonly value: unknown } | undefined;
  readonly #cancelExpiry: () => void;
  #cancelDeadline: () => void;
  #wasOpened = false;
  isDraining = false;

  constructor(host: Host, peer: Peer, user: unknown, until?: number) {
    const { plan, limits, clock } = host;
    this.#host = host;
    this.#peer = peer;
    this.#admitted = user;
    this.#outbox = new Outbox(peer, plan.definition.contract.encodings.initial, limits, clock, () => {
      host.counts.slowReaders += 1;
      this.#end();
    });
    this.#inbox = new Inbox(host, this);
    this.#questions = new Questions(plan, clock);
    this.#subscriptions = new Subscriptions(plan, limits, () => this.close(1013, "too much while topics change"));
    this.#watch = new Watch(
      clock,
      limits,
      () => peer.ping?.(),
      () => peer.ping !== undefined && this.#lost(),
    );
    this.#cancelDeadline = clock.after(limits.handshake, () => this.close(1011, "internal error"));
    this.#cancelExpiry = atTime(clock, until, () => this.close(EXPIRED, "the credentials have expired"));
    this.calls = new Calls(host, this);
  }

  get request(): UpgradeRequest {
    return this.#peer.request;
  }

  get user(): unknown {
    return this.#admitted ?? this.#proof?.value;
  }

  get encoding(): Encoding {
    return this.#outbox.encoding;
  }

  get topics(): ReadonlySet<string> {
    return this.#subscriptions.topics;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  get isOpen(): boolean {
    return this.#outbox.isOpen;
  }

  /** Whether the other side reads more slowly than is sent. */
  get isBehind(): boolean {
    return this.#outbox.isBehind;
  }

  /** What the listener calls from now on. */
  handlers(): PeerHandlers {
    return {
      onFrame: (frame) => {
        this.#watch.alive();
        if (this.isOpen) this.#inbox.receive(frame);
      },
      onAlive: () => this.#watch.alive(),
      onClose: (end) => this.#closed(end),
    };
  }

  /** Sends the opening message, and lets frames in after it. */
  open(): void {
    const { opening } = this.#host.plan.definition.contract;
    const handle = () => (opening === undefined ? undefined : this.#host.handlerOf(opening)?.(this));
    const done = (fields: unknown) => this.#opened(opening === undefined ? undefined : prepare(this.#host.plan, opening, fields));
    settle(handle, done, (error) => this.#notOpened(error));
  }

  send(name: string, fields: unknown): boolean {
    return this.deliver(prepare(this.#host.plan, name, fields));
  }

  broadcast(name: string, fields: unknown): void {
    this.#host.broadcast(name, fields, this.request.parameters);
  }

  /** Sends a frame that is meant for this connection, if it hears its topic. */
  deliver(frame: PreparedFrame): boolean {
    return this.#subscriptions.hears(frame.message) ? this.#outbox.send(frame) : this.isOpen && this.#subscriptions.hold(frame);
  }

  /** Sends a frame that is meant for many. Who has not proven anything yet, where frames must, overhears nothing. */
  overhear(frame: PreparedFrame): boolean {
    return (this.#host.frameCheck === undefined || this.#proof !== undefined) && this.deliver(frame);
  }

  async ask(name: string, fields: unknown, options: AskOptions = {}): Promise<unknown> {
    const pair = this.#host.plan.asked.get(name);
    if (pair === undefined) throw new TypeError(`${preview(name)} is answered by no message of the client`);
    if (!this.isOpen) throw new WirepactError("closed", "the connection is closed");
    if (this.#questions.size >= this.#host.limits.pending) throw new WirepactError("overloaded", "too many questions are open");
    const frame = prepare(this.#host.plan, name, fields);
    const answer = this.#questions.ask(pair, frame.frame, options);
    this.deliver(frame);
    return answer;
  }

  close(code = 1000, reason = ""): void {
    if (!this.isOpen) return;
    this.#end();
    this.#outbox.close(code, reason);
  }

  terminate(): void {
    this.#peer.terminate();
  }

  /** Takes note of what a frame proves; false where an earlier one has proven something else. */
  prove(value: unknown): boolean {
    if (this.#proof === undefined) this.#cancelDeadline();
    this.#proof ??= { value };
    return equal(this.#proof.value, value);
  }

  /** What a message means to the connection itself, before its handler. */
  hear(named: NamedFrame): "handle" | "answered" | "stray" | "refused" {
    if (!this.#subscriptions.allows(named.message, named.frame)) return "refused";
    if (!this.#host.plan.answering.has(named.message)) return "handle";
    if (this.#questions.hear(named)) return "answered";
    this.#host.counts.strayReplies += 1;
    return this.#host.handlerOf(named.message) === undefined ? "stray" : "handle";
  }

  /** Before a call is handled: what it asks of the connection counts once its handler has not refused it. */
  asks(call: Call): void {
    this.#subscriptions.ask(call, call.message, call.frame);
  }

  /** After a message that changes the encoding was handled: from its own answer on. */
  switchEncoding({ message, frame }: Call): void {
    const wanted = encodingAskedBy(this.#host.plan.definition.contract.encodings, message, frame);
    if (wanted !== undefined) this.#outbox.encoding = wanted;
  }

  /** After a call was answered: its topics are heard from now on, or not. */
  settle(call: Call, state: "done" | "refused"): void {
    for (const frame of this.#subscriptions.settle(call, state)) {
      settle(
        () => this.deliver(frame),
        () => undefined,
        (error) => this.#host.report(error, this),
      );
    }
  }

  #opened(first: PreparedFrame | undefined): void {
    if (!this.isOpen) return;
    this.#cancelDeadline();
    if (this.#host.frameCheck !== undefined) this.#awaitProof();
    this.#outbox.open(first);
    this.#wasOpened = true;
    this.#host.opened(this);
    this.#inbox.open();
  }

  #awaitProof(): void {
    this.#cancelDeadline = this.#host.clock.after(this.#host.limits.unproven, () => this.close(1008, "no proof in time"));
  }

  #notOpened(error: unknown): void {
    if (!isRejection(error)) this.#host.counts.failures += 1;
    this.#host.report(error, this, this.#host.plan.definition.contract.opening);
    try {
      const last = thrownFrame(this.#host.plan, error);
      if (last !== undefined) this.#outbox.sendLast(last);
    } catch (invalid) {
      this.#host.report(invalid, this);
    }
    this.close(isRejection(error) ? 1008 : 1011, "not opened");
  }

  #lost(): void {
    this.#end();
    this.#peer.terminate();
  }

  /** Everything that must not outlive the connection. May be called again. */
  #end(): void {
    if (this.signal.aborted) return;
    this.#cancelDeadline();
    this.#cancelExpiry();
    this.#watch.stop();
    this.#inbox.close();
    this.#abort.abort();
    this.calls.close();
    this.#questions.close();
    this.#host.ending(this);
  }

  #closed(end: SessionEnd): void {
    if (this.#outbox.isClosed()) return;
    this.#outbox.closed();
    this.#end();
    this.#host.closed(this);
    const { onClose } = this.#host.options;
    if (this.#wasOpened)
      settle(
        () => onClose?.(this, end),
        () => undefined,
        (error) => this.#host.report(error, this),
      );
  }
}
