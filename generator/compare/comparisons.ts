import type { JsonObject } from "../json.ts";
import { BUDGET, type Budget } from "./schema/budget.ts";
import { Comparison } from "./schema/comparison.ts";
import type { Encoding } from "./schema/inclusion.ts";

/** Each question that stayed open leaves less for those to come: however many schemas are hostile, the end is near. */
const BUDGETS: readonly Budget[] = [1, 10, 100].map((part) => ({ ...BUDGET, steps: BUDGET.steps / part }));
const OPEN_QUESTIONS = 5;

/** Comparisons of the documents of a review, each made once for what may still be spent. */
export class Comparisons {
  readonly #known = new Map<JsonObject, Map<JsonObject, Map<string, Comparison>>>();
  #open = 0;

  /** The comparison of what a sender describes with what a reader accepts. */
  of(sender: JsonObject, reader: JsonObject, encoding: Encoding): Comparison {
    const tier = Math.min(Math.floor(this.#open / OPEN_QUESTIONS), BUDGETS.length - 1);
    const budget = BUDGETS[tier] ?? BUDGET;
    const comparisons = inner(inner(this.#known, sender), reader);
    const key = `${encoding} ${tier}`;
    const comparison = comparisons.get(key) ?? new Comparison(sender, reader, budget, "described", encoding);
    comparisons.set(key, comparison);
    return comparison;
  }

  /** A question that stayed open. */
  stayedOpen(): void {
    this.#open += 1;
  }
}

function inner<Key, Held, Value>(map: Map<Key, Map<Held, Value>>, key: Key): Map<Held, Value> {
  const held = map.get(key) ?? new Map<Held, Value>();
  map.set(key, held);
  return held;
}
