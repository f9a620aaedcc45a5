import { type Encoding, FrameError } from "@wirepact/runtime";
import { encodingAskedBy } from "@wirepact/runtime/laws";
import type { Json } from "../../json.ts";
import { createMonitor, type SessionMonitor } from "../../monitor/sessionMonitor.ts";
import type { Refusal } from "../../session/verdict.ts";
import { type Ended, failed } from "../ended.ts";
import { tellOthers } from "../tellOthers.ts";
import { Flood } from "../wire/flood.ts";
import type { Inbox } from "../wire/inbox.ts";
import type { FrameEvent, Peer, PeerEnd, Wire } from "../wire/peer.ts";
import { endedBy } from "./endedBy.ts";
import { filled } from "./given.ts";
import { pongTo } from "./pong.ts";
import type { Stage } from "./stage.ts";

/** A server that is never quiet is heard for so many times as long as silence takes. */
const LONG = 4;

/** A legal message of the server. */
export interface HeardMessage {
  readonly kind: "message";
  readonly message: string;
  readonly frame: unknown;
}

/** What a conversation hears: nothing for as long as one is patient, or until the case's time is over, is heard, too. */
export type Hearing = HeardMessage | PeerEnd | { readonly kind: "probed" } | { readonly kind: "silence" };

/** Looks at each message that is heard; true where no more is waited for. */
export type See = (heard: HeardMessage) => unknown;

/** One connection, of which the monitor judges each frame. What the server does wrong ends the case from within. */
export class Conversation {
  readonly signal: AbortSignal;
  readonly #stage: Stage;
  readonly #monitor: SessionMonitor;
  readonly #inbox: Inbox;
  readonly #peer: Peer;
  readonly #said = new Set<number>();
  #count = 0;
  readonly #flood = new Flood();
  #end: PeerEnd | undefined;
  /** How the client's next frame travels. */
  encoding: Encoding;
  /** Whether the client answers pings by itself. */
  answersPings = true;

  constructor(stage: Stage, peer: Peer, inbox: Inbox, signal: AbortSignal) {
    this.#stage = stage;
    this.#peer = peer;
    this.#inbox = inbox;
    this.signal = signal;
    this.#monitor = createMonitor(stage.contract, { reader: stage.reader });
    this.encoding = stage.contract.encodings.initial;
  }

  /** How the connection ended, if it did. */
  get end(): PeerEnd | undefined {
    return this.#end;
  }

  /** Ends the case where the connection ended, though nothing was sent that calls for it. */
  staysOpen(when: string): void {
    if (this.#end !== undefined) throw endedBy(this.#stage.contract, this.#end, `, ${when}`);
  }

  /** Sends a message, if it is one that may be sent now, and says why not. `wire` is how it travels where that is decided. */
  say(frame: Json, wire?: Wire): Refusal | undefined {
    const whole = wire === undefined ? filled(frame, this.#stage.given) : frame;
    const verdict = this.#monitor.hear({ from: "client", frame: whole, number: this.#next() });
    if (!verdict.ok) return verdict;
    this.#said.add(this.#count);
    this.#stage.answers.ask(verdict.message);
    this.#peer.send(wire ?? this.#stage.encode(whole, this.encoding, verdict.message));
    this.encoding = encodingAskedBy(this.#stage.contract.encodings, verdict.message, whole) ?? this.encoding;
    return undefined;
  }

  /** Sends a message after which what the server has sent already is still legal: it counts from when that is here. */
  async sayAfterwards(frame: Json): Promise<void> {
    const whole = filled(frame, this.#stage.given);
    this.#peer.send(this.#stage.encode(whole, this.encoding, null));
    await this.linger();
    this.#monitor.hear({ from: "client", frame: whole, number: this.#next() });
    this.#said.add(this.#count);
  }

  /** Sends what is no legal message. `meant` is the frame that it is, or undefined where it is none. */
  sayWrong(wire: Wire, meant: Json | undefined): void {
    const frame = meant ?? new FrameError("parse-error", null, []);
    this.#monitor.hear({ from: "client", frame, number: this.#next() });
    this.#peer.send(wire);
  }

  /** What is heard next. Ends the case where it breaks a rule. */
  async hear(patience?: number): Promise<Hearing> {
    const event = await this.#inbox.next(this.signal, patience);
    if (event === undefined) return { kind: "silence" };
    if (event.kind === "probed") return event;
    if (event.kind === "frame") return this.#judge(event);
    this.#end = event;
    if (event.how === "garbled") throw failed("server-connection", `the connection ${event.text}`);
    if (event.how === "too-large") throw failed("server-connection", `the connection ${event.text}, more than is read here`);
    return event;
  }

  /** What the server still has to do, as the contract says. */
  owed(): readonly Refusal[] {
    return this.#monitor.end().filter(({ rule, number }) => rule !== "unanswered" || this.#said.has(number));
  }

  /** Waits until the server has done what it has to. */
  async settle(see: See = () => undefined): Promise<void> {
    for (;;) {
      const [first] = this.owed();
      if (first === undefined) return;
      const heard = await this.hear();
      if (heard.kind === "message") see(heard);
      if (heard.kind === "ended") throw endedBy(this.#stage.contract, heard, `, and ${first.text}`, first.at);
      if (heard.kind === "silence") throw this.#failure(first, `, ${this.signal.reason}`);
    }
  }

  /** Hears what the server has said by now, and what it says until it is quiet. */
  async linger(see: See = () => undefined): Promise<void> {
    await this.catchUp(see);
    await this.listen(see);
  }

  /** Hears what the server says until it is quiet for a while, or never is. */
  async listen(see: See = () => undefined): Promise<void> {
    const until = performance.now() + LONG * this.#stage.quiet;
    while (performance.now() < until) {
      const heard = await this.hear(this.#stage.quiet);
      if (heard.kind === "silence" || heard.kind === "ended") return;
      if (heard.kind === "message" && see(heard) === true) return;
    }
  }

  /** Hears what the server had said when it got our last frame, as far as the transport can tell. */
  async catchUp(see: See = () => undefined): Promise<void> {
    if (this.signal.aborted || this.#end !== undefined) return;
    if (!this.#peer.probe()) return this.listen((heard) => void see(heard));
    for (;;) {
      const heard = await this.hear();
      if (heard.kind === "probed" || heard.kind === "ended") return;
      if (heard.kind === "message") see(heard);
      else throw failed("server-connection", `the server did not answer a ping of WebSocket ${this.signal.reason}`);
    }
  }

  close(): Promise<void> {
    return this.#peer.close();
  }

  #judge({ size, read }: FrameEvent): HeardMessage {
    const tooMuch = this.#flood.add(size);
    if (tooMuch !== undefined) throw failed("server-flood", `the server sent ${tooMuch} in one case`);
    const { frame, encoding, shown } = read();
    const verdict = this.#monitor.hear({ from: "server", frame, encoding, number: this.#next() });
    if (!verdict.ok) throw this.#failure(verdict, "", shown);
    this.#stage.answers.hear(verdict.message);
    const pong = this.answersPings ? pongTo(this.#stage.contract, verdict.message) : undefined;
    if (pong !== undefined) this.say(pong);
    return { kind: "message", message: verdict.message, frame };
  }

  #failure(refusal: Refusal, ending: string, frame?: string): Ended {
    const { rule, text, at } = refusal;
    return failed(rule, `${text}${ending}${tellOthers(refusal)}`, { at, ...(frame === undefined ? {} : { frame }) });
  }

  #next(): number {
    this.#count += 1;
    return this.#count;
  }
}
