import { type Encoding, type Match, pointerSteps, type StreamDescriptor } from "@wirepact/runtime";
import { createInclude } from "../compare/schema/include.ts";
import type { Inclusion } from "../compare/schema/inclusion.ts";
import type { Expected } from "../fixtures/fixture.ts";
import { Judge } from "../fixtures/judge.ts";
import { Reader } from "../fixtures/reader.ts";
import type { Json } from "../json.ts";
import type { Contract, Message } from "../model/contract.ts";
import { planOf } from "../session/sessionPlan.ts";
import type { Outcome } from "./outcome.ts";

const PROVED: Outcome = {
  kind: "equivalent",
  isProved: true,
  reason: "proved: its messages admit the same frames, and all else is the same",
};

/** What is found of a mutant that no fixture tells: proved to judge as the contract does, or a frame that tells them apart, if one was found. */
export function compareWhole(contract: Contract, changed: Contract, touched: readonly Message[]): Outcome {
  if (JSON.stringify(rulesOf(contract)) !== JSON.stringify(rulesOf(changed))) return { kind: "survived" };
  let isProved = true;
  for (const message of touched) {
    for (const inclusion of inclusionsOf(contract, changed, message)) {
      if (inclusion.kind === "witness") return survivor(contract, changed, message, inclusion.value);
      isProved &&= inclusion.kind === "included";
    }
  }
  return isProved ? PROVED : { kind: "survived" };
}

/** What frames and sessions are judged by, beside the schemas of messages. */
function rulesOf(contract: Contract): unknown {
  const { transport, encodings, discriminators, shapes, messages, session } = contract;
  const { opening, streams, machines, topics, errors } = session;
  const told = messages.map(({ name, from, match, variants }) => ({ name, from, match, variants }));
  const { pairs } = planOf(contract);
  const answers = pairs.map(({ request, replies, errors: failures, match }) => ({ request, replies, failures, match }));
  const general = errors?.message;
  const inside = streams.map(inEndsOrItems);
  return { transport, encodings, discriminators, shapes, told, answers, opening, inside, machines, topics, general };
}

/** What ends a stream belongs to it, whether or not it is listed among its items. */
function inEndsOrItems(stream: StreamDescriptor): StreamDescriptor {
  return { ...stream, items: stream.items.filter((item) => !stream.ends.some(({ message }) => message === item)) };
}

/** Whether each admits what the other does, in each encoding; of frames that are read as this message at all. */
function* inclusionsOf(contract: Contract, changed: Contract, { name, match, frame }: Message): Generator<Inclusion> {
  const other = changed.messages.find((message) => message.name === name)?.frame ?? false;
  for (const encoding of encodingsOf(contract)) {
    yield included(contract, read(frame, match), changed, other, encoding);
    yield included(changed, read(other, match), contract, frame, encoding);
  }
}

function included(sender: Contract, sent: Json, reader: Contract, admitted: Json, encoding: Encoding): Inclusion {
  return createInclude(sender.document, reader.document, undefined, "admitted", encoding)(sent, admitted);
}

/** What is read as a message: an object, in which there is its constant. */
function read(frame: Json, match: Match): Json {
  if (match.kind === "shape") return { allOf: [frame, { type: "object" }] };
  const values = [match.value, ...(match.others ?? [])];
  return { allOf: [frame, around(pointerSteps(match.pointer), { enum: values })] };
}

/** A schema of values with something at a place. What stands in a list is not looked at: that only widens the question. */
function around([step, ...rest]: readonly string[], value: Json): Json {
  if (step === undefined) return value;
  if (/^\d+$/.test(step)) return {};
  return { type: "object", required: [step], properties: { [step]: around(rest, value) } };
}

function encodingsOf({ encodings }: Contract): readonly Encoding[] {
  return [encodings.text, encodings.binary].filter((encoding) => encoding !== null);
}

/** A frame of which the two say different things is what a fixture lacks; one that is never read as this message is none. */
function survivor(contract: Contract, changed: Contract, { from }: Message, frame: Json): Outcome {
  const [side = "client"] = from;
  const [one, other] = [contract, changed].map((each) => new Reader(each, new Judge(each.document)).read(side, frame));
  return shown(one) === shown(other) ? { kind: "survived" } : { kind: "survived", witness: { from: side, frame } };
}

function shown(verdict: Expected | undefined): string {
  return verdict === undefined ? "" : `${verdict.ok} ${verdict.message}`;
}
