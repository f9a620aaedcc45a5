import { isMultiple } from "@wirepact/runtime/codegen-v1";
import type { NumberFact } from "../claim.ts";
import { type Decimal, decimalOf, leastMultiple, numberOf, steps } from "../decimal.ts";
import type { Facts } from "../facts.ts";
import { EMPTY, found, type Outcome, unknown } from "../outcome.ts";

/** Numbers to try; whether there are no others. */
interface Candidates {
  readonly numbers: readonly number[];
  readonly isAll: boolean;
}

/** Finds a number that is as the facts say. */
export function findNumber({ numbers: facts, except }: Facts): Outcome {
  const step = stepOf(facts);
  if (step !== undefined && isMultipleOfNone(facts, step)) return EMPTY;
  const { numbers, isAll } = step === undefined ? between(facts) : onSteps(facts, step);
  const value = numbers.find((number) => !except.includes(number) && facts.every((fact) => isSo(fact, number)));
  // JSON knows one zero.
  if (value !== undefined) return found(value === 0 ? 0 : value);
  return isAll ? EMPTY : unknown("no number was found");
}

function isSo(fact: NumberFact, number: number): boolean {
  switch (fact.kind) {
    case "from":
      return fact.open ? number > fact.bound : number >= fact.bound;
    case "to":
      return fact.open ? number < fact.bound : number <= fact.bound;
    case "multiple":
      return isMultiple(number, fact.of) === fact.holds;
  }
}

/** What the number must be a multiple of. */
function stepOf(facts: readonly NumberFact[]): Decimal | undefined {
  const all = facts.flatMap((fact) => (fact.kind === "multiple" && fact.holds ? [decimalOf(fact.of)] : []));
  const [first, ...others] = all;
  return first && others.reduce(leastMultiple, first);
}

/** Whether each multiple of the step is also one of a number of which it must be none. */
function isMultipleOfNone(facts: readonly NumberFact[], step: Decimal): boolean {
  return facts.some((fact) => {
    if (fact.kind !== "multiple" || fact.holds) return false;
    const of = decimalOf(fact.of);
    return steps(step, of, "down") === steps(step, of, "up");
  });
}

/** The tightest bounds, open or not. */
function boundsOf(facts: readonly NumberFact[]): { readonly low: number; readonly high: number } {
  const bounds = (kind: "from" | "to") => facts.flatMap((fact) => (fact.kind === kind ? [fact.bound] : []));
  return { low: Math.max(-Infinity, ...bounds("from")), high: Math.min(Infinity, ...bounds("to")) };
}

/** Few enough to be tried one by one. */
const FEW = 1000n;
const NEAR = 12;

function onSteps(facts: readonly NumberFact[], step: Decimal): Candidates {
  const { low, high } = boundsOf(facts);
  const first = Number.isFinite(low) ? steps(decimalOf(low), step, "up") : undefined;
  const last = Number.isFinite(high) ? steps(decimalOf(high), step, "down") : undefined;
  const isAll = first !== undefined && last !== undefined && last - first < FEW;
  const counts = isAll ? countsFrom(first, Number(last - first) + 1) : nearby(first, last);
  const numbers = counts.flatMap((count) => numberOf({ digits: step.digits * count, exponent: step.exponent }) ?? []);
  return { numbers: plainest(numbers), isAll };
}

function countsFrom(first: bigint, length: number): bigint[] {
  return Array.from({ length: Math.max(0, length) }, (_, index) => first + BigInt(index));
}

function nearby(first: bigint | undefined, last: bigint | undefined): bigint[] {
  const around = [countsFrom(1n, NEAR), countsFrom(-BigInt(NEAR), NEAR + 1)];
  const up = first === undefined ? [] : countsFrom(first, NEAR);
  const down = last === undefined ? [] : countsFrom(last - BigInt(NEAR) + 1n, NEAR);
  return [...around.flat(), ...up, ...down];
}

/** Small numbers make the plainest witnesses. */
function plainest(numbers: readonly number[]): number[] {
  return [...numbers].sort((a, b) => Math.abs(a) - Math.abs(b) || b - a);
}

function between(facts: readonly NumberFact[]): Candidates {
  const { low, high } = boundsOf(facts);
  if (low > high) return { numbers: [], isAll: true };
  if (low === high) return { numbers: [low], isAll: true };
  const edges = [low, high].filter(Number.isFinite);
  const near = edges.flatMap((edge) => [
    edge,
    edge + 1,
    edge - 1,
    Math.ceil(edge),
    Math.floor(edge),
    edge + 0.5,
    edge - 0.5,
    edge + 0.001,
    edge - 0.001,
  ]);
  const middle = Number.isFinite(low) && Number.isFinite(high) ? parts(low, high) : [];
  return { numbers: [0, 1, -1, 2, 3, 5, 7, 10, 0.5, 1.5, 0.1, -0.5, ...near, ...middle, 1e9, 123.456789, -1e9], isAll: false };
}

/** Places between two bounds. */
function parts(low: number, high: number): number[] {
  return [1 / 2, 1 / 3, 0.1, 0.9, 0.01, 0.99].map((part) => low + (high - low) * part);
}
