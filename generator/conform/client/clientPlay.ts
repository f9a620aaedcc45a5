import { type Encoding, encodeBytes } from "@wirepact/runtime";
import { encodingAskedBy } from "@wirepact/runtime/laws";
import type { Json } from "../../json.ts";
import { createMonitor, type SessionMonitor } from "../../monitor/sessionMonitor.ts";
import type { Refusal } from "../../session/verdict.ts";
import { broken } from "../ended.ts";
import { sameJson } from "../sameJson.ts";
import { tellOthers } from "../tellOthers.ts";
import { Bindings } from "../wire/bindings.ts";
import { Flood } from "../wire/flood.ts";
import type { FrameEvent } from "../wire/peer.ts";
import { clientFailed } from "./clientEnded.ts";
import type { ClientStage, PlannedFlow } from "./clientStage.ts";
import { answering, answerTo, type PlannedStep } from "./flowPlan.ts";
import type { Guest } from "./host.ts";

/** Plays the server of a flow for a client, and hears that client. What it does wrong ends the case from within. */
export class ClientPlay {
  readonly #stage: ClientStage;
  readonly #flow: PlannedFlow;
  readonly #guest: Guest;
  readonly #monitor: SessionMonitor;
  readonly #bindings: Bindings;
  /** The client's steps that came, and what came for them. */
  readonly #heard = new Map<PlannedStep, unknown>();
  readonly #sent = new Set<PlannedStep>();
  #encoding: Encoding;
  readonly #flood = new Flood();
  /** Whether the client was quiet until what it has to wait for was said. */
  #hasWaited = false;

  constructor(stage: ClientStage, flow: PlannedFlow, guest: Guest) {
    this.#stage = stage;
    this.#flow = flow;
    this.#guest = guest;
    this.#monitor = createMonitor(stage.contract, { reader: stage.reader });
    this.#bindings = new Bindings(stage.contract);
    this.#encoding = stage.contract.encodings.initial;
  }

  /** The client's steps that did not come. */
  get missing(): readonly PlannedStep[] {
    return this.#flow.steps.filter((step) => step.from === "client" && !this.#heard.has(step));
  }

  /** What the server asked and the client did not answer. */
  get owed(): readonly Refusal[] {
    const asked = this.#flow.steps.filter((step) => this.#sent.has(step)).map(({ message }) => message);
    return this.#monitor.end().filter(({ rule, message }) => rule === "unanswered" && asked.includes(message));
  }

  /** Why the case shows nothing, though nothing is wrong; undefined where it does. */
  get futility(): string | undefined {
    const { witness } = this.#flow;
    if (witness === undefined || this.#hasWaited) return undefined;
    if (witness === null) return "no flow has anything that the client waits for: nothing shows what it can read";
    return `it went on without waiting for ${witness.message}: nothing shows what it can read`;
  }

  /** Says what the server says when all that the client says before has come; or, to one that waits, whatever answers it. */
  say(isWaiting: boolean): void {
    let isDue = true;
    for (const step of this.#flow.steps) {
      if (step.from === "client") isDue &&= this.#heard.has(step);
      else if (this.#sent.has(step)) continue;
      else if (isDue && step === this.#flow.witness && !isWaiting) return;
      else if (isDue || (isWaiting && this.#isAsked(step))) this.#send(step);
    }
  }

  /** Hears a frame of the client. */
  hear({ size, read }: FrameEvent): void {
    const tooMuch = this.#flood.add(size);
    if (tooMuch !== undefined) throw clientFailed("client-flood", `it sent ${tooMuch}`);
    const { frame, encoding, shown } = read();
    const verdict = this.#monitor.hear({ from: "client", frame, encoding });
    if (!verdict.ok) {
      throw clientFailed(verdict.rule, `${verdict.text}${tellOthers(verdict)}`, { at: verdict.at, frame: shown });
    }
    this.#encoding = encodingAskedBy(this.#stage.contract.encodings, verdict.message, frame) ?? this.#encoding;
    const step = this.#stepOf(verdict.message, frame);
    if (step === undefined) return this.#answer(verdict.message, frame);
    this.#heard.set(step, frame);
    this.#bindings.learn(step.frame, frame);
    this.say(false);
  }

  /** The step that a message is: of several the one that is the very same, or the first. */
  #stepOf(message: string, frame: unknown): PlannedStep | undefined {
    const steps = this.missing.filter((step) => step.message === message);
    const plain = steps.length > 1 ? plainJson(frame) : undefined;
    return steps.find((step) => sameJson(step.frame, plain)) ?? steps[0];
  }

  /** Answers what the flow does not have, so that nobody waits in vain. */
  #answer(message: string, frame: unknown): void {
    const request = { from: "client", message, frame: frame as Json } as const;
    for (const step of answerTo(this.#stage.contract, this.#stage.reader, request)) this.#transmit(step.message, step.frame);
  }

  /** Whether the client has gone on already to what stands behind a step. */
  #isAhead(step: PlannedStep): boolean {
    const { steps } = this.#flow;
    return steps.slice(steps.indexOf(step)).some((later) => this.#heard.has(later));
  }

  #isAsked({ answers }: PlannedStep): boolean {
    return answers !== undefined && this.#heard.has(answers);
  }

  #send(step: PlannedStep): void {
    this.#sent.add(step);
    if (step === this.#flow.witness) this.#hasWaited = !this.#isAhead(step);
    this.#transmit(step.message, step.message === null ? step.frame : this.#real(step));
  }

  /** What the server says, with the names that the client uses. */
  #real(step: PlannedStep): Json {
    const { contract, reader } = this.#stage;
    const named = this.#bindings.apply(step.frame);
    const read = reader.server(named);
    const frame = read.ok && read.message === step.message ? named : step.frame;
    return step.answers === undefined ? frame : answering(contract, reader, step, this.#heard.get(step.answers), frame);
  }

  /** What is no message of the contract is nothing to judge. */
  #transmit(message: string | null, frame: Json): void {
    const verdict = message === null ? undefined : this.#monitor.hear({ from: "server", frame });
    if (verdict?.ok === false) throw broken(`the case would send what is wrong itself: ${verdict.text}`);
    this.#guest.send(this.#stage.encode(frame, this.#encoding, message));
  }
}

/** What came over the wire is JSON, once bytes are base64; undefined where it is nested too deep to go through. */
function plainJson(frame: unknown): Json | undefined {
  try {
    return encodeBytes(frame) as Json;
  } catch {
    return undefined;
  }
}
