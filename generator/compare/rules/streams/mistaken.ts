import { otherSide } from "../../../session/heard.ts";
import type { SessionWitness } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { differingStep, filledStep, someKey, stepOf, valueIn } from "../../fields.ts";
import { stepsTo } from "../../lives.ts";
import type { Step, Value } from "../../sessions.ts";
import { isSamePair, repeated } from "../replies/answering.ts";
import { endsOf } from "./ends.ts";
import type { ToldStream } from "./toldStreams.ts";

/** A stream as it is sent by one contract, whose messages the other takes for another's, or for nobody's. */
export function mistakenFor(pair: ContractPair, sent: ToldStream, read: ToldStream): SessionWitness | undefined {
  return mismatched(pair, sent, read) ?? misnamed(pair, sent, read);
}

/** The end repeats another value than the start gave, where only the reader's contract says that they agree. */
function mismatched(pair: ContractPair, sent: ToldStream, read: ToldStream): SessionWitness | undefined {
  const { side, from } = sent;
  for (const [asked, answered] of read.match.filter((fields) => !sent.match.some((one) => isSamePair(one, fields)))) {
    const places = [...sent.match.map(([place]) => place), asked];
    const start = filledStep(pair.sessions, side, sent.start, from, places);
    if (start === undefined) continue;
    const unlike = valueIn(start, asked);
    const session = closed(pair, sent, start, (message, values) =>
      stepOf(differingStep(pair.sessions, side, message, otherSide(from), { place: answered, unlike, values })),
    );
    if (session !== undefined) return session;
  }
  return undefined;
}

/** An item and the end carry two names, where only the reader's contract says that the name is the stream's. */
function misnamed(pair: ContractPair, sent: ToldStream, read: ToldStream): SessionWitness | undefined {
  const { key } = read;
  if (key === undefined || key === sent.key) return undefined;
  const { side, from } = sent;
  const start = filledStep(
    pair.sessions,
    side,
    sent.start,
    from,
    sent.match.map(([place]) => place),
  );
  if (start === undefined) return undefined;
  const values = repeated(sent.match, start);
  for (const item of sent.items) {
    const named = someKey(pair.sessions, side, item, otherSide(from), key);
    const first = stepsTo(pair, side, item, otherSide(from), [...values, [key, named]]);
    if (first.some((step) => step === undefined || valueIn(step, key) === undefined)) continue;
    const session = closed(
      pair,
      sent,
      start,
      (message, held) =>
        stepOf(differingStep(pair.sessions, side, message, otherSide(from), { place: key, unlike: named, values: held })),
      first,
    );
    if (session !== undefined) return session;
  }
  return undefined;
}

/** Start, what comes between, and each end as it is made: the first such session that the reader refuses. */
function closed(
  pair: ContractPair,
  sent: ToldStream,
  start: Step,
  make: (message: string, values: readonly Value[]) => Step | undefined,
  between: readonly (Step | undefined)[] = [],
): SessionWitness | undefined {
  for (const { message, where } of endsOf(sent)) {
    const values: Value[] = [
      ...(where === undefined ? [] : [[where.pointer, where.value] as const]),
      ...repeated(sent.match, start),
    ];
    const end = pair.sessions.isSpent ? undefined : make(message, values);
    for (const rule of ["stream", "unanswered"] as const) {
      const question = { allowedBy: sent.side, fault: otherSide(sent.from), rule, steps: [start, ...between, end] };
      const session = pair.sessions.refused(question);
      if (session !== undefined) return session;
    }
  }
  return undefined;
}
