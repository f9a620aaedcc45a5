import { getString, isObject, type Json, type JsonObject } from "../../json.ts";
import type { Contract } from "../../model/contract.ts";
import { definitionName } from "../../model/references.ts";
import type { Side } from "../change.ts";
import { ruleTexts } from "../schema/canonical.ts";

/** What the definitions of one contract are numbered, by their names. */
type Numbers = ReadonlyMap<string, number>;

/** More rounds are not made: definitions that refer to each other in longer ways count as different, which is only slower. */
const MANY_ROUNDS = 50;

/**
 * Numbers for schemas of two contracts. Two with the same number say the same, in whatever order, under whatever names, with or without
 * references; two with different numbers may still say the same in other words.
 */
export class Digests {
  readonly #texts = new Map<string, number>();
  readonly #named: Readonly<Record<Side, Numbers>>;
  readonly #known: Readonly<Record<Side, WeakMap<JsonObject, number>>> = { before: new WeakMap(), after: new WeakMap() };

  constructor(before: Contract, after: Contract) {
    this.#named = this.#refine({ before, after });
  }

  /** The number of a schema of one of the contracts. */
  of(side: Side, schema: Json): number {
    return this.#numberOf(schema, this.#named[side], this.#known[side]);
  }

  /** Tells definitions apart by what stands in them, then by what stands in those that they refer to, until nothing new is told. */
  #refine(contracts: Readonly<Record<Side, Contract>>): Readonly<Record<Side, Numbers>> {
    let named: Readonly<Record<Side, Numbers>> = { before: new Map(), after: new Map() };
    let groups = "";
    for (let round = 0; round < MANY_ROUNDS; round++) {
      named = { before: this.#numberAll(contracts.before, named.before), after: this.#numberAll(contracts.after, named.after) };
      const now = groupsOf([...named.before.values(), ...named.after.values()]);
      if (now === groups) return named;
      groups = now;
    }
    return { before: numberApart(contracts.before, -1), after: numberApart(contracts.after, 1) };
  }

  #numberAll({ definitions }: Contract, earlier: Numbers): Numbers {
    return new Map(definitions.map(({ name, schema }) => [name, this.#numberOf(schema, earlier)]));
  }

  #numberOf(schema: Json, named: Numbers, known: WeakMap<JsonObject, number> = new WeakMap()): number {
    if (!isObject(schema)) return this.#intern(schema === false ? "false" : "true");
    const number = known.get(schema) ?? this.#numberAnew(schema, named, known);
    known.set(schema, number);
    return number;
  }

  #numberAnew(schema: JsonObject, named: Numbers, known: WeakMap<JsonObject, number>): number {
    const reference = getString(schema, "$ref");
    if (reference !== undefined) return named.get(definitionName(reference) ?? "") ?? 0;
    const texts = ruleTexts(schema, (inner) => `#${this.#numberOf(inner, named, known)}`);
    return this.#intern(texts.length === 0 ? "true" : texts.join());
  }

  #intern(text: string): number {
    const number = this.#texts.get(text) ?? this.#texts.size + 1;
    this.#texts.set(text, number);
    return number;
  }
}

/** Which of some numbers are the same, whatever they are. */
function groupsOf(numbers: readonly number[]): string {
  const order = new Map<number, number>();
  for (const number of numbers) if (!order.has(number)) order.set(number, order.size);
  return numbers.map((number) => order.get(number)).join();
}

function numberApart({ definitions }: Contract, sign: number): Numbers {
  return new Map(definitions.map(({ name }, index) => [name, sign * (1e9 + index)]));
}
