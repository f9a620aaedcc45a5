import type { Budget, Meter } from "./budget.ts";
import type { Canonical } from "./canonical.ts";
import { claim, type ValueType } from "./claim.ts";
import type { Facts } from "./facts.ts";
import type { Judge } from "./judge.ts";
import { findAmong } from "./leaf/findScalar.ts";
import type { Inside } from "./leaf/inside.ts";
import { findList } from "./leaf/lists.ts";
import { findNumber } from "./leaf/numbers.ts";
import { findObject } from "./leaf/objects.ts";
import { findText } from "./leaf/texts.ts";
import type { Literal } from "./literal.ts";
import { EMPTY, firstFound, found, type Outcome, unknown } from "./outcome.ts";
import type { Patterns } from "./patterns.ts";
import { NOTHING_SETTLED, type State, settle } from "./state.ts";

/** What the search works with. */
export interface Tools {
  readonly budget: Budget;
  readonly meter: Meter;
  readonly judge: Judge;
  readonly patterns: Patterns;
  readonly canonical: Canonical;
}

/**
 * Looks for a value that keeps a set of literals, or proves that there is none. "Empty" is a proof: each way in which the literals could
 * hold was shown to contradict itself. A value was asked of every literal. Where neither comes of it, that is said.
 */
export class Prover {
  readonly #tools: Tools;
  readonly #known = new Map<string, Outcome>();
  /** Sets that are being searched, by their depth in the value. */
  readonly #underway = new Map<string, number>();
  /** The outermost set that was taken for empty because it is being searched. */
  #assumed = Infinity;

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  /** Finds a value that keeps all of the literals. */
  find(literals: readonly Literal[]): Outcome {
    const key = this.#keyOf(literals);
    if (key === undefined) return EMPTY;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const underway = this.#underway.get(key);
    if (underway !== undefined) return this.#assumeEmpty(underway);
    if (this.#underway.size >= this.#tools.budget.depth) return unknown("values are compared to a limited depth");
    return this.#findAnew(key, literals);
  }

  /**
   * A value that keeps this set is to stand within one that keeps it: then the inner alone would do. So a least one needs none inside, and
   * it is enough to look for that.
   */
  #assumeEmpty(depth: number): Outcome {
    this.#assumed = Math.min(this.#assumed, depth);
    return EMPTY;
  }

  #findAnew(key: string, literals: readonly Literal[]): Outcome {
    const depth = this.#underway.size;
    const outer = this.#assumed;
    this.#assumed = Infinity;
    this.#underway.set(key, depth);
    const outcome = this.#start(literals);
    this.#underway.delete(key);
    // What rests on an assumption about a set further out is no proof by itself.
    if (outcome.kind !== "empty" || this.#assumed >= depth) this.#known.set(key, outcome);
    this.#assumed = Math.min(outer, this.#assumed >= depth ? Infinity : this.#assumed);
    return outcome;
  }

  /** What a set of literals is known by; undefined where one is another's opposite. */
  #keyOf(literals: readonly Literal[]): string | undefined {
    this.#tools.meter.spend();
    const numbers = new Set(literals.map((literal) => this.#tools.canonical.numberOf(literal)));
    for (const number of numbers) if (numbers.has(-number)) return undefined;
    return [...numbers].sort((a, b) => a - b).join();
  }

  #start(literals: readonly Literal[]): Outcome {
    const state = this.#settle(NOTHING_SETTLED, literals.map(claim));
    return state === undefined ? EMPTY : this.#search(state, literals);
  }

  #settle(state: State, claims: Parameters<typeof settle>[1]): State | undefined {
    return settle(state, claims, this.#tools.canonical, this.#tools.meter);
  }

  /** Finds a value for what is settled; where that breaks something open, makes each choice that it leaves. */
  #search(state: State, literals: readonly Literal[]): Outcome {
    this.#tools.meter.spend();
    const { values } = state.facts;
    if (values !== undefined) return this.#among(values, literals);
    const outcome = this.#leaf(state.facts);
    if (outcome.kind === "empty") return EMPTY;
    const broken = outcome.kind === "value" ? state.open.find(({ test }) => !this.#keeps(test, outcome.value)) : state.open[0];
    if (broken !== undefined) return this.#choose(broken, state, literals);
    if (outcome.kind === "unknown" || literals.every((literal) => this.#keeps(literal, outcome.value))) return outcome;
    return unknown("what was found was not what was looked for");
  }

  #choose(broken: State["open"][number], state: State, literals: readonly Literal[]): Outcome {
    const left = { ...state, open: state.open.filter((reading) => reading !== broken) };
    return firstFound(
      broken.ways.map((way) => () => {
        const next = this.#settle(left, way);
        return next === undefined ? EMPTY : this.#search(next, literals);
      }),
    );
  }

  #among(values: NonNullable<Facts["values"]>, literals: readonly Literal[]): Outcome {
    const value = values.find((one) => literals.every((literal) => this.#keeps(literal, one)));
    return value === undefined ? EMPTY : found(value);
  }

  #leaf(facts: Facts): Outcome {
    return firstFound(facts.types.map((type) => () => this.#leafOf(type, facts)));
  }

  /** What cannot be tried is not known; the other types may be. */
  #leafOf(type: ValueType, facts: Facts): Outcome {
    switch (type) {
      case "null":
        return findAmong([null], facts);
      case "boolean":
        return findAmong([true, false], facts);
      case "number":
        return findNumber(facts);
      case "string":
        return findText(facts, this.#tools.patterns);
      case "array":
        return findList(facts, this.#inside());
      case "object":
        return findObject(facts, this.#inside());
    }
  }

  #inside(): Inside {
    const { meter, patterns } = this.#tools;
    return {
      find: (literals) => this.find(literals),
      findName: (literals) => this.find(literals),
      keeps: (literal, value) => this.#keeps(literal, value),
      matches: (pattern, text) => patterns.matches(pattern, text),
      spend: (steps) => meter.spend(steps),
    };
  }

  #keeps(literal: Literal, value: Parameters<Judge["keeps"]>[1]): boolean {
    return this.#tools.judge.keeps(literal, value);
  }
}
