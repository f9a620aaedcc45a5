import type { Json } from "../../json.ts";
import { type Budget, type Meter, Untried } from "./budget.ts";
import { BYTES } from "./bytesValue.ts";
import type { Canonical } from "./canonical.ts";
import { type Claim, claim, type ValueType } from "./claim.ts";
import type { Cover, Described } from "./described.ts";
import type { Facts } from "./facts.ts";
import type { Encoding } from "./inclusion.ts";
import type { Judge } from "./judge.ts";
import { findAmong } from "./leaf/findScalar.ts";
import type { Inside } from "./leaf/inside.ts";
import { findList } from "./leaf/lists.ts";
import { findNumber } from "./leaf/numbers.ts";
import { findObject } from "./leaf/objects.ts";
import { findText } from "./leaf/texts.ts";
import { type Literal, negate } from "./literal.ts";
import type { Reading } from "./meaning/readings.ts";
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
  readonly encoding: Encoding;
  /** What the sender describes; undefined where it may send more. */
  readonly described: Described | undefined;
}

/** What is looked for: a value that keeps these literals, at a place that these schemas of the sender have to do with. */
interface Wanted {
  readonly literals: readonly Literal[];
  readonly cover: Cover;
}

/**
 * Looks for a value that keeps a set of literals, or proves that there is none. "Empty" is a proof: each way in which the literals could
 * hold was shown to contradict itself. A value was asked of every literal. Where neither comes of it, that is said.
 */
export class Prover {
  readonly #tools: Tools;
  /** What was found of sets of literals; other provers of the same documents may share it. */
  readonly #known: Map<string, Outcome>;
  /** Sets that are being searched, by their depth in the value. */
  readonly #underway = new Map<string, number>();
  /** The outermost set that was taken for empty because it is being searched. */
  #assumed = Infinity;

  constructor(tools: Tools, known: Map<string, Outcome>) {
    this.#tools = tools;
    this.#known = known;
  }

  /** Finds a value that keeps all of the literals; the cover is what the sender says of it where it is sent. */
  find(literals: readonly Literal[], cover: Cover): Outcome {
    const key = this.#keyOf({ literals, cover });
    if (key === undefined) return EMPTY;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const underway = this.#underway.get(key);
    if (underway !== undefined) return this.#assumeEmpty(underway);
    if (this.#underway.size >= this.#tools.budget.depth) return unknown("values are compared to a limited depth");
    return this.#findAnew(key, { literals, cover });
  }

  /** Finds a value of which more is claimed; where that takes too long or too much, it says so of itself. */
  findAs(claims: readonly Claim[], literals: readonly Literal[], cover: Cover): Outcome {
    const state = this.#settle(NOTHING_SETTLED, [...literals.map(claim), ...claims]);
    return state === undefined ? EMPTY : this.#search(state, { literals, cover });
  }

  /**
   * A value that keeps this set is to stand within one that keeps it: then the inner alone would do. So a least one needs none inside, and
   * it is enough to look for that.
   */
  #assumeEmpty(depth: number): Outcome {
    this.#assumed = Math.min(this.#assumed, depth);
    return EMPTY;
  }

  #findAnew(key: string, wanted: Wanted): Outcome {
    const depth = this.#underway.size;
    const outer = this.#assumed;
    this.#assumed = Infinity;
    this.#underway.set(key, depth);
    const outcome = this.#start(wanted);
    this.#underway.delete(key);
    // What rests on an assumption about a set further out is no proof by itself.
    if (outcome.kind !== "empty" || this.#assumed >= depth) this.#known.set(key, outcome);
    this.#assumed = Math.min(outer, this.#assumed >= depth ? Infinity : this.#assumed);
    return outcome;
  }

  /** What a set of literals is known by; undefined where one is another's opposite. */
  #keyOf({ literals, cover }: Wanted): string | undefined {
    this.#tools.meter.spend();
    const { canonical, described } = this.#tools;
    const numbers = new Set(literals.map((literal) => canonical.numberOf(literal)));
    for (const number of numbers) if (numbers.has(-number)) return undefined;
    const key = [...numbers].sort((a, b) => a - b).join();
    return described === undefined ? key : `${key} ${described.keyOf(cover, literals)}`;
  }

  #start(wanted: Wanted): Outcome {
    const state = this.#settle(NOTHING_SETTLED, wanted.literals.map(claim));
    return state === undefined ? EMPTY : this.#search(state, wanted);
  }

  #settle(state: State, claims: Parameters<typeof settle>[1]): State | undefined {
    return settle(state, claims, this.#tools.canonical, this.#tools.meter);
  }

  #search(state: State, wanted: Wanted): Outcome {
    this.#tools.meter.spend();
    try {
      return this.#choices(state, wanted);
    } catch (error) {
      if (error instanceof Untried) return unknown(error.message);
      throw error;
    }
  }

  /** Finds a value for what is settled; where that breaks something open, makes each choice that it leaves. */
  #choices(state: State, wanted: Wanted): Outcome {
    const { values } = state.facts;
    if (values !== undefined) return this.#among(values, wanted.literals);
    const outcome = this.#leaf(this.#sealed(state, wanted), wanted.cover);
    if (outcome.kind === "empty") return EMPTY;
    const broken = outcome.kind === "value" ? this.#brokenBy(outcome.value, state, wanted) : state.open[0];
    if (broken !== undefined) return this.#choose(broken, state, wanted);
    if (outcome.kind === "unknown" || wanted.literals.every((literal) => this.#keeps(literal, outcome.value))) return outcome;
    return unknown(
      "no value was found that would be refused, and no proof that there is none: too many rules hold for one value at once",
    );
  }

  /** What a value breaks of that which is open; where nothing describes it that the sender would have to keep, what else it may be. */
  #brokenBy(value: Json, { open, settled }: State, { literals, cover }: Wanted): Reading | undefined {
    const broken = open.find(({ test }) => !this.#keeps(test, value));
    const { described } = this.#tools;
    if (broken !== undefined || described === undefined || described.describes(literals, value)) return broken;
    const undecided = described.undecided(cover, settled);
    return open[0] ?? (undecided && { ways: [[claim(undecided)], [claim(negate(undecided))]], test: undecided });
  }

  /** An object that is sent has no properties beyond those that are described. */
  #sealed({ facts, settled }: State, { literals, cover }: Wanted): Facts {
    const seal = this.#tools.described?.seal(cover, literals, settled);
    return seal === undefined ? facts : { ...facts, objects: [...facts.objects, seal] };
  }

  #choose(broken: Reading, state: State, wanted: Wanted): Outcome {
    const left = { ...state, open: state.open.filter((reading) => reading !== broken) };
    return firstFound(
      broken.ways.map((way) => () => {
        const next = this.#settle(left, way);
        return next === undefined ? EMPTY : this.#search(next, wanted);
      }),
    );
  }

  #among(values: NonNullable<Facts["values"]>, literals: readonly Literal[]): Outcome {
    const value = values.find((one) => literals.every((literal) => this.#keeps(literal, one)));
    return value === undefined ? EMPTY : found(value);
  }

  #leaf(facts: Facts, cover: Cover): Outcome {
    return firstFound(facts.types.map((type) => () => this.#leafOf(type, facts, cover)));
  }

  #leafOf(type: ValueType, facts: Facts, cover: Cover): Outcome {
    switch (type) {
      case "bytes":
        return this.#tools.encoding === "msgpack" ? found(BYTES) : EMPTY;
      case "null":
        return findAmong([null], facts);
      case "boolean":
        return findAmong([true, false], facts);
      case "number":
        this.#tools.meter.spend(facts.numbers.length);
        return findNumber(facts);
      case "string":
        return findText(facts, this.#tools);
      case "array":
        return findList(facts, this.#inside(cover));
      case "object":
        return findObject(facts, this.#inside(cover));
    }
  }

  #inside(cover: Cover): Inside {
    const { meter, patterns, described } = this.#tools;
    return {
      find: (literals, step) => this.find(literals, described?.inside(cover, step) ?? []),
      findName: (literals) => this.find(literals, []),
      keeps: (literal, value) => this.#keeps(literal, value),
      matches: (pattern, text) => patterns.matches(pattern, text),
      spend: (steps) => meter.spend(steps),
    };
  }

  #keeps(literal: Literal, value: Json): boolean {
    return this.#tools.judge.keeps(literal, value);
  }
}
