import { type Direction, readPointer } from "@wirepact/runtime";
import { setAt } from "../../fixtures/setAt.ts";
import { isObject, type Json } from "../../json.ts";
import type { Contract } from "../../model/contract.ts";
import type { FrameReader } from "../../monitor/frameReader.ts";
import { OpenRequests } from "../../session/openRequests.ts";
import { planOf } from "../../session/sessionPlan.ts";
import { exampleOf } from "../wire/exampleOf.ts";

/** A frame of a flow as it is played for a client. */
export interface PlannedStep {
  readonly from: Direction;
  /** Null where the frame is none of the contract: nobody judges it. */
  readonly message: string | null;
  readonly frame: Json;
  /** The step that this one answers. */
  readonly answers?: PlannedStep;
}

/** A step of a flow. */
type Step = Omit<PlannedStep, "answers">;

/** Finds out what each frame of a flow answers, and puts in the answers that documents leave out: whoever asks waits for one. */
export function planFlow(contract: Contract, reader: FrameReader, steps: readonly Step[]): PlannedStep[] {
  const { pairs, senders } = planOf(contract);
  const requests = new OpenRequests(pairs, senders);
  const planned: PlannedStep[] = [];
  for (const { from, message, frame } of steps) {
    const number = planned.length;
    const named = { message: message ?? "", frame };
    const settlement = requests.settle(from, named);
    const answers = settlement.kind === "answered" ? planned[settlement.request.number] : undefined;
    planned.push({ from, message, frame, ...(answers === undefined ? {} : { answers }) });
    requests.open(from, named, number, false);
  }
  const unanswered = new Set(
    [...requests.demanded()].filter(({ from }) => from === "client").map(({ number }) => planned[number]),
  );
  return planned.flatMap((step) => (unanswered.has(step) ? [step, ...answerTo(contract, reader, step)] : [step]));
}

/** The smallest answer to a request of the client; none where the contract has none. */
export function answerTo(contract: Contract, reader: FrameReader, request: PlannedStep): PlannedStep[] {
  const pair = planOf(contract).pairs.find((one) => one.request === request.message);
  const [message] = pair?.replies ?? [];
  const frame = message === undefined ? undefined : exampleOf(contract, message, "minimal");
  if (message === undefined || frame === undefined) return [];
  const answer = { from: "server", message, frame, answers: request } as const;
  return [{ ...answer, frame: answering(contract, reader, answer, request.frame, frame) }];
}

/** A frame with the values that tell which request it answers, where it may have them; without those that the request leaves out. */
export function answering(
  contract: Contract,
  reader: FrameReader,
  { message, answers }: PlannedStep,
  request: unknown,
  frame: Json,
): Json {
  const match = planOf(contract).pairs.find((pair) => pair.request === answers?.message)?.match ?? [];
  return match.reduce((patched: Json, [asked, answered]) => {
    const reading = readPointer(request, asked);
    // What a client sent is JSON, with bytes in it at most; only what the contract lets an answer repeat is taken.
    const changed = reading.found ? withValue(patched, answered, reading.value as Json) : without(patched, answered);
    if (changed === undefined) return patched;
    const read = reader.server(changed);
    return read.ok && read.message === message ? changed : patched;
  }, frame);
}

function withValue(frame: Json, pointer: string, value: Json): Json | undefined {
  const holder = readPointer(frame, pointer.slice(0, pointer.lastIndexOf("/")));
  return holder.found && isObject(holder.value as Json) ? setAt(frame, pointer, value) : undefined;
}

function without(frame: Json, pointer: string): Json | undefined {
  const cut = pointer.lastIndexOf("/");
  const holder = readPointer(frame, pointer.slice(0, cut));
  if (!readPointer(frame, pointer).found || !holder.found || !isObject(holder.value as Json)) return undefined;
  const name = pointer
    .slice(cut + 1)
    .replaceAll("~1", "/")
    .replaceAll("~0", "~");
  const others = Object.entries(holder.value as object).filter(([key]) => key !== name);
  return setAt(frame, pointer.slice(0, cut), Object.fromEntries(others));
}
