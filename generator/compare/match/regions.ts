import { type Direction, type Match, type Pointer, pointerSteps } from "@wirepact/runtime";
import type { Json } from "../../json.ts";
import type { Contract, Message } from "../../model/contract.ts";

/** Schema of the frames that readers of a contract take for frames of one of these messages, whether they then accept them or not. */
export function regionOf(contract: Contract, from: Direction, messages: readonly Message[]): Json {
  return { anyOf: messages.map((message) => regionOfOne(contract, from, message)) };
}

/** The first place that is present decides; shapes are tried, in their order, only where none is. */
function regionOfOne(contract: Contract, from: Direction, { name, match, variants }: Message): Json {
  const places = contract.discriminators[from];
  if (match.kind === "shape") {
    const earlier = contract.messages.filter((other) => isBefore(contract, other.name, name) && other.from.includes(from));
    return { allOf: [...places.map(absentAt), ...earlier.map((other) => ({ not: shapeOf(other.match) })), shapeOf(match)] };
  }
  const passed = places.slice(0, Math.max(places.indexOf(match.pointer), 0)).map(absentAt);
  const unread = variants === null ? [] : [{ not: presentAt(variants.pointer, otherTexts(variants.values)) }];
  return { allOf: [...passed, presentAt(match.pointer, { enum: constantsOf(match) }), ...unread] };
}

/** Constants that stand for a message at its place. */
export function constantsOf(match: Match): readonly Json[] {
  return match.kind === "shape" ? [] : [match.value, ...(match.others ?? [])];
}

/** Schema of values that have something at a place, and there what a schema says. */
export function presentAt(pointer: Pointer, held: Json): Json {
  return pointerSteps(pointer).reduceRight<Json>((inner, step) => {
    const property = { type: "object", required: [step], properties: { [step]: inner } };
    return /^(0|[1-9]\d?)$/.test(step) ? { anyOf: [property, itemAt(Number(step), inner)] } : property;
  }, held);
}

function itemAt(index: number, inner: Json): Json {
  return { type: "array", minItems: index + 1, items: [...Array.from({ length: index }, () => true), inner] };
}

/** Schema of values that have nothing at a place. */
export function absentAt(pointer: Pointer): Json {
  return { not: presentAt(pointer, true) };
}

function otherTexts(values: readonly string[]): Json {
  return { type: "string", not: { enum: values } };
}

function shapeOf(match: Match): Json {
  return { type: "object", required: match.kind === "shape" ? match.required : [] };
}

function isBefore({ shapes }: Contract, one: string, another: string): boolean {
  return shapes.includes(one) && shapes.indexOf(one) < shapes.indexOf(another);
}
