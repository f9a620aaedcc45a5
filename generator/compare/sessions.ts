import { type Direction, type Encoding, type Pointer, pointerSteps } from "@wirepact/runtime";
import { isList, isObject, type Json } from "../json.ts";
import type { Contract, Message } from "../model/contract.ts";
import type { FrameReader } from "../monitor/frameReader.ts";
import { createMonitor } from "../monitor/sessionMonitor.ts";
import type { SessionRule } from "../session/sessionRules.ts";
import type { Violation } from "../session/verdict.ts";
import type { SessionStep, SessionWitness, Side } from "./change.ts";
import { carried, inJson } from "./inJson.ts";
import type { Names } from "./match/names.ts";
import { encodingsOf, meetingOf, other, type Proof, type SentFrame } from "./proof.ts";

/** A frame of a session; its encoding counts where a rule of encodings is asked about. */
export type Step = Omit<SentFrame, "encoding"> & { readonly encoding?: Encoding };

/** Some value at some place of a frame. */
export type Value = readonly [pointer: Pointer, value: Json];

/** A session of which one contract allows everything, and one the least of it. */
export interface Question {
  readonly allowedBy: Side;
  /** Who does what is refused. */
  readonly fault: Direction;
  /** Which rule of the other contract it breaks. */
  readonly rule: SessionRule;
  /** None of it is asked where a frame could not be made. */
  readonly steps: readonly (Step | undefined)[];
}

/** Whether a message has a step of some kind; left open where none is found, and none ruled out. */
export type Sayable = { readonly kind: "step"; readonly step: Step } | { readonly kind: "none" } | { readonly kind: "open" };

/** Sessions of one review, and frames of one: more are not tried, and what is said of changes goes without. */
const MOST_SESSIONS = 300;
const MOST_STEPS = 50;

/** Sessions that may decide one verdict, and questions about frames for them. */
const MOST_DECISIVE = 20;
const MOST_QUESTIONS = 100;

/** Makes short sessions, and asks the monitors of both contracts about them. */
export class Sessions {
  readonly #contracts: Readonly<Record<Side, Contract>>;
  readonly #names: Names;
  readonly #proof: Proof;
  #frames = new Map<string, SentFrame | undefined>();
  #left: number;
  #questions = Number.POSITIVE_INFINITY;

  constructor(contracts: Readonly<Record<Side, Contract>>, names: Names, proof: Proof, most = MOST_SESSIONS) {
    this.#contracts = contracts;
    this.#names = names;
    this.#proof = proof;
    this.#left = most;
  }

  /** Some for one question, however many others took: a verdict that rests on a session must not change with what else did. */
  apart(): Sessions {
    const sessions = new Sessions(this.#contracts, this.#names, this.#proof, MOST_DECISIVE);
    sessions.#frames = this.#frames;
    sessions.#questions = MOST_QUESTIONS;
    return sessions;
  }

  /** Whether so many were asked about that no further one is: nobody has to make steps for it. */
  get isSpent(): boolean {
    return this.#left === 0 || this.#questions === 0;
  }

  /** A frame of a message, called by its new name, with some values set; undefined where its contract does not allow that. */
  step(side: Side, name: string, from: Direction, values: readonly Value[] = []): Step | undefined {
    const message = this.#names.message(side, name);
    if (!message?.from.includes(from)) return undefined;
    const sent = this.#instanceOf(side, message, from);
    if (sent === undefined) return undefined;
    const { encoding: _, ...step } = { ...sent, frame: values.reduce((frame, value) => withValue(frame, value), sent.frame) };
    return this.#proof.isSent(side, { ...step, encoding: sent.encoding }) ? step : undefined;
  }

  /** A frame of a message, called by its new name, that keeps some demands. */
  stepWith(side: Side, name: string, from: Direction, demands: readonly Json[]): Sayable {
    const message = this.#names.message(side, name);
    if (!message?.from.includes(from)) return { kind: "none" };
    if (this.#questions === 0) return { kind: "open" };
    this.#questions -= 1;
    const found = this.#proof.instanceWith(side, message, from, demands);
    if (found.kind !== "frame") return found;
    const { encoding: _, ...step } = found.sent;
    return { kind: "step", step };
  }

  /** The session as a witness: where the one contract allows all of it, and the other refuses something by that rule. */
  refused({ allowedBy, fault, rule, steps }: Question): SessionWitness | undefined {
    if (this.isSpent || steps.length > MOST_STEPS) return undefined;
    this.#left -= 1;
    const whole = this.#greeted(allowedBy, steps);
    if (whole === undefined) return undefined;
    const [initial] = encodingsOf(this.#contracts[allowedBy]);
    if (this.#violations(allowedBy, whole, initial).length > 0) return undefined;
    const violations = this.#violations(other(allowedBy), whole, initial);
    const found = violations.find((violation) => violation.rule === rule);
    if (found === undefined || violations.some((violation) => violation.rule === "frame")) return undefined;
    return {
      meeting: meetingOf(allowedBy, fault),
      fault,
      steps: whole.map((step) => shownStep(step, initial)),
      rule,
      text: found.text,
    };
  }

  /** Some frame of a message; found once. */
  #instanceOf(side: Side, message: Message, from: Direction): SentFrame | undefined {
    const key = JSON.stringify([side, message.name, from]);
    if (!this.#frames.has(key)) this.#frames.set(key, this.#proof.instanceOf(side, message, from));
    return this.#frames.get(key);
  }

  /** A session begins with the opening message. */
  #greeted(side: Side, steps: readonly (Step | undefined)[]): readonly Step[] | undefined {
    const { opening } = this.#contracts[side].session;
    const name = opening === null ? undefined : this.#names.told(side, opening);
    const isThere =
      name === undefined || steps.some((step) => step !== undefined && this.#names.told(side, step.message) === name);
    const whole = isThere ? steps : [this.step(side, name, "server"), ...steps];
    const made = whole.filter((step) => step !== undefined);
    return made.length === whole.length ? made : undefined;
  }

  /** What is refused of frames that travel in an encoding where nothing else is said. */
  #violations(side: Side, steps: readonly Step[], initial: Encoding | undefined): Violation[] {
    const { client, server } = this.#proof.reader(side);
    const reader: FrameReader = {
      client: (frame, encoding = initial) => client(frame, encoding),
      server: (frame, encoding = initial) => server(frame, encoding),
    };
    const monitor = createMonitor(this.#contracts[side], { reader });
    const heard = steps.map(({ from, frame, encoding }) => monitor.hear({ from, frame, encoding }));
    return [...heard, ...monitor.end()].flatMap((verdict) => (verdict.ok ? [] : verdict.violations));
  }
}

/** A step as it is told: JSON goes without saying where nothing was said of encodings. */
function shownStep({ from, frame, encoding }: Step, initial: Encoding = "json"): SessionStep {
  const travels = encoding ?? (initial === "json" ? undefined : initial);
  if (travels === undefined) return { from, frame: inJson(frame) };
  return { from, ...(travels === "json" ? { frame: inJson(frame) } : carried(frame)), encoding: travels };
}

/** A frame with a value at a place; objects on the way there are made where there are none. */
function withValue(frame: Json, [pointer, value]: Value): Json {
  return put(frame, pointerSteps(pointer), value);
}

function put(held: Json | undefined, [step, ...rest]: readonly string[], value: Json): Json {
  if (step === undefined) return value;
  if (isList(held)) return held.map((item, index) => (String(index) === step ? put(item, rest, value) : item));
  const object = isObject(held) ? held : {};
  const inner = Object.hasOwn(object, step) ? object[step] : undefined;
  return Object.fromEntries([...Object.entries(object).filter(([name]) => name !== step), [step, put(inner, rest, value)]]);
}
