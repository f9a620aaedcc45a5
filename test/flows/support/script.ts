import type { ProtocolDescriptor, ReplyDescriptor, StreamDescriptor } from "@wirepact/runtime";
import { verifyMessage } from "ethers";
import { agree, answers } from "../../../runtime/src/correlation.ts";
import type { NamedStep } from "./flow.ts";

/** Who brings a frame about, and for which call: the step that called. */
export interface Part {
  /** The client's call, the handler of a call, a stub by itself, its check of proofs, the server's opening, or the server unasked. */
  readonly by: "client" | "handler" | "stub" | "refusal" | "opening" | "unasked";
  readonly call?: number;
  /** What it is to its call; an aside is sent on the way to the answer. */
  readonly as: "call" | "reply" | "error" | "item" | "aside";
}

/** One frame of a flow, and what is done for it. */
export interface ScriptStep extends NamedStep, Part {
  /** How many frames must have passed before it is sent: those that come before it from somebody else. */
  readonly after: number;
}

/** A call that was made, and whether its answer has been seen. */
interface Call {
  readonly step: number;
  readonly frame: unknown;
  readonly pair: ReplyDescriptor | undefined;
  readonly stream: StreamDescriptor | undefined;
  answered: boolean;
}

/** Finds out who has to send each frame of a flow, by the contract's own words. */
export function scriptOf(contract: ProtocolDescriptor, steps: readonly NamedStep[]): ScriptStep[] {
  const calls: Call[] = [];
  const parts = steps.map((step, index) => ({ ...step, ...partOf(contract, steps, index, calls) }));
  return parts.map((step, index) => ({ ...step, after: 1 + parts.findLastIndex((one, i) => i < index && isOther(one, step)) }));
}

/** The steps by which a client calls. */
export function callsIn(contract: ProtocolDescriptor, steps: readonly NamedStep[]): Call[] {
  const calls: Call[] = [];
  for (const index of steps.keys()) partOf(contract, steps, index, calls);
  return calls;
}

function partOf(contract: ProtocolDescriptor, steps: readonly NamedStep[], index: number, calls: Call[]): Part {
  const step = steps[index];
  if (step === undefined) throw new RangeError(`no step ${index}`);
  const isPong = step.message === contract.heartbeat?.pong;
  if (step.from === "client") return isPong ? { by: "stub", as: "reply" } : begin(contract, step, index, calls);
  if (step.message === contract.opening) return { by: "opening", as: "aside" };
  const answered = calls.find((call) => !call.answered && isAnswer(call, step));
  if (answered !== undefined && !isProven(contract, answered)) return { by: "refusal", call: answered.step, as: "error" };
  if (answered !== undefined) return answer(answered, step, isPong);
  const streaming = calls.find(({ stream, frame }) => stream !== undefined && isItem(stream, frame, step));
  if (streaming !== undefined) return { by: "handler", call: streaming.step, as: "item" };
  const turn = steps.slice(index, turnEnd(steps, index));
  const coming = calls.find((call) => !call.answered && turn.some((one) => isAnswer(call, one)));
  return coming === undefined ? { by: "unasked", as: "aside" } : { by: "handler", call: coming.step, as: "aside" };
}

function begin(contract: ProtocolDescriptor, { message, frame }: NamedStep, step: number, calls: Call[]): Part {
  const pair = contract.replies?.find(({ request }) => request === message);
  const stream = contract.streams?.find(({ start }) => start === message);
  calls.push({ step, frame, pair, stream, answered: pair === undefined });
  return { by: "client", call: step, as: "call" };
}

function answer(call: Call, { message }: NamedStep, isPong: boolean): Part {
  call.answered = true;
  const as = call.pair?.errors.includes(message) === true ? "error" : "reply";
  return { by: isPong ? "stub" : "handler", call: call.step, as };
}

function isAnswer({ pair, frame }: Call, step: NamedStep): boolean {
  return step.from === "server" && pair !== undefined && answers(pair, frame, step);
}

function isItem({ items, ends, after, match }: StreamDescriptor, start: unknown, { message, frame }: NamedStep): boolean {
  const all = [...items, ...ends.map((end) => end.message), ...after];
  return all.includes(message) && agree(match, start, frame);
}

/** Whether the signature that a frame carries, where frames carry one, is that of its address. */
function isProven({ endpoint }: ProtocolDescriptor, { frame }: Call): boolean {
  if (!endpoint.credentials.some(({ kind }) => kind === "eip191")) return true;
  const { address, message, signature } = (frame as { readonly auth: Readonly<Record<string, string>> }).auth;
  return verifyMessage(message ?? "", signature ?? "") === address;
}

/** Where the client has its next turn. */
function turnEnd(steps: readonly NamedStep[], index: number): number {
  const next = steps.findIndex(({ from }, i) => i > index && from === "client");
  return next < 0 ? steps.length : next;
}

/** Whether two steps are brought about by different code, so that one must wait for the other. */
function isOther(a: NamedStep & Part, b: NamedStep & Part): boolean {
  return a.by !== b.by || (a.by === "handler" && a.call !== b.call);
}
