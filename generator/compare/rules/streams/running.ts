import { otherSide } from "../../../session/heard.ts";
import type { SessionWitness } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { filledStep, someKey } from "../../fields.ts";
import { stepsTo } from "../../lives.ts";
import type { Step, Value } from "../../sessions.ts";
import { repeated } from "../replies/answering.ts";
import type { End } from "./ends.ts";
import { endsOf } from "./ends.ts";
import type { ToldStream } from "./toldStreams.ts";

/** A stream that is started, and what comes of it; the contract of its side allows all of it. */
export interface Run {
  readonly stream: ToldStream;
  /** What comes after the start, each as a kind of end. */
  readonly ends: readonly End[];
  /** The rule that the other contract is to find broken. */
  readonly rule: "unanswered" | "stream";
}

/** The run as a session that the other contract refuses. */
export function refusedRun(pair: ContractPair, { stream, ends, rule }: Run): SessionWitness | undefined {
  const start = pair.sessions.isSpent ? undefined : startOf(pair, stream);
  if (start === undefined) return undefined;
  const steps = [start, ...ends.flatMap((end) => stepsOf(pair, stream, start, end))];
  return pair.sessions.refused({ allowedBy: stream.side, fault: otherSide(stream.from), rule, steps });
}

/** An end of a stream by its own contract. */
export function someEnd(stream: ToldStream): End[] {
  return endsOf(stream).slice(0, 1);
}

/** The frame that starts a stream, with what its messages repeat. */
function startOf({ sessions }: ContractPair, { side, start, from, match }: ToldStream): Step | undefined {
  const places = match.map(([asked]) => asked);
  return filledStep(sessions, side, start, from, places) ?? sessions.step(side, start, from);
}

function stepsOf(pair: ContractPair, stream: ToldStream, start: Step, { message, where }: End): readonly (Step | undefined)[] {
  const { side, from, match, key } = stream;
  const named = repeated(match, start);
  const isNamed = key === undefined || named.some(([place]) => place === key);
  const values: Value[] = [
    ...(where === undefined ? [] : [[where.pointer, where.value] as const]),
    ...named,
    ...(isNamed ? [] : [[key, someKey(pair.sessions, side, message, otherSide(from), key)] as const]),
  ];
  return stepsTo(pair, side, message, otherSide(from), values);
}
