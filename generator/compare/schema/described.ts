import { get, getList, getObject, getString, isList, isObject, type Json, type JsonObject } from "../../json.ts";
import { isBytes } from "./bytesValue.ts";
import type { Canonical } from "./canonical.ts";
import type { PropertiesFact } from "./claim.ts";
import { areDisjoint } from "./disjoint.ts";
import type { Judge } from "./judge.ts";
import { type Literal, plain } from "./literal.ts";
import type { Patterns } from "./patterns.ts";
import { type Side, targetOf } from "./side.ts";

/** The schemas of the sender that may have to do with a value, as it stands in the whole. */
export type Cover = readonly Json[];

/** What holds of a value: the numbers of literals. */
type Settled = ReadonlySet<number>;

/** Which properties a sender may send: those that some schema around the value describes, or any where one is open. */
export class Described {
  readonly #sender: Side;
  readonly #judge: Judge;
  readonly #patterns: Patterns;
  readonly #canonical: Canonical;

  constructor(sender: Side, judge: Judge, patterns: Patterns, canonical: Canonical) {
    this.#sender = sender;
    this.#judge = judge;
    this.#patterns = patterns;
    this.#canonical = canonical;
  }

  /** What a cover is known by, and which of the literals are the sender's own. */
  keyOf(cover: Cover, literals: readonly Literal[]): string {
    const mine = literals.filter(({ holds, side }) => holds && side === this.#sender);
    const numbers = [cover, mine.map(({ schema }) => schema)].map((schemas) =>
      schemas.map((schema) => this.#numberOf(schema, true)),
    );
    return numbers.map((list) => [...new Set(list)].sort((a, b) => a - b).join()).join(" ");
  }

  /** The schemas that may have to do with what stands at a step of the value. */
  inside(cover: Cover, step: string | number): Cover {
    const found = this.#inPlace(cover, new Set()).flatMap((schema) =>
      typeof step === "number" ? itemsAt(schema, step) : propertiesAt(schema, step, this.#patterns),
    );
    const numbered = new Map(found.map((schema) => [this.#numberOf(schema, true), schema]));
    return [...numbered].sort(([a], [b]) => a - b).map(([, schema]) => schema);
  }

  /**
   * That an object has no other properties than those which may be described, by all that is not ruled out; undefined where it may have
   * any: where a schema is open for them, or where it is not sure that one speaks of the object at all.
   */
  seal(cover: Cover, literals: readonly Literal[], settled: Settled): PropertiesFact | undefined {
    const mine = literals.filter(({ holds, side }) => holds && side === this.#sender);
    if (!mine.some(({ schema }) => this.#speaksOfProperties(schema, 0))) return undefined;
    const schemas = this.#inPlace(cover, settled);
    if (schemas.some(isOpen)) return undefined;
    const names = schemas.flatMap((schema) => Object.keys(getObject(schema, "properties")));
    const patterns = schemas.flatMap((schema) => Object.keys(getObject(schema, "patternProperties")));
    return {
      kind: "properties",
      named: new Map(names.map((name) => [name, ANY])),
      patterns: patterns.map((pattern) => [pattern, ANY]),
      rest: plain(false, true),
    };
  }

  /** A schema of which it is open whether it holds for the value, and with it whether what it describes is sent; undefined where there is none. */
  undecided(cover: Cover, settled: Settled): Literal | undefined {
    const branches = this.#inPlace(cover, settled).flatMap((schema) => this.#alternativesOf(schema, settled));
    const open = branches.find(
      (branch) => !settled.has(this.#numberOf(branch, true)) && !settled.has(this.#numberOf(branch, false)),
    );
    return open === undefined ? undefined : { holds: true, schema: open, side: this.#sender };
  }

  /** Whether the schemas that hold for an object, of those that it must keep, describe each of its properties. */
  describes(literals: readonly Literal[], value: Json): boolean {
    if (!isObject(value) || isBytes(value)) return true;
    const mine = literals.flatMap(({ holds, side, schema }) => (holds && side === this.#sender ? [schema] : []));
    const speaking = this.#inPlace(mine, new Set(), value).filter(describesProperties);
    if (speaking.length === 0 || speaking.some(isOpen)) return true;
    return Object.keys(value).every((name) => speaking.some((schema) => knows(schema, name, this.#patterns)));
  }

  #numberOf(schema: Json, holds: boolean): number {
    return this.#canonical.numberOf({ holds, schema, side: this.#sender });
  }

  /** These schemas and those inside them that judge the same value; with a value, those of them that it keeps. */
  #inPlace(schemas: readonly Json[], settled: Settled, value?: Json): JsonObject[] {
    const seen = new Set<JsonObject>();
    const open = [...schemas];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (!isObject(next) || seen.has(next)) continue;
      if (value !== undefined && !this.#judge.keeps({ holds: true, schema: next, side: this.#sender }, value)) continue;
      seen.add(next);
      open.push(...this.#branchesOf(next, settled));
    }
    return [...seen];
  }

  #branchesOf(schema: JsonObject, settled: Settled): Json[] {
    const reference = getString(schema, "$ref");
    if (reference !== undefined) return [targetOf(this.#sender, reference)];
    return [...getList(schema, "allOf"), ...this.#alternativesOf(schema, settled)];
  }

  /** Schemas inside one that need not hold. */
  #alternativesOf(schema: JsonObject, settled: Settled): Json[] {
    const unions = ["anyOf", "oneOf"].flatMap((name) => this.#possible(getList(schema, name), settled));
    const others = ["if", "then", "else", "not"].flatMap((name) => get(schema, name) ?? []);
    return [...unions, ...others.filter((branch) => !settled.has(this.#numberOf(branch, false)))];
  }

  /** The branches that what is settled does not rule out. */
  #possible(branches: readonly Json[], settled: Settled): Json[] {
    const chosen = settled.size === 0 ? [] : branches.filter((branch) => settled.has(this.#numberOf(branch, true)));
    return branches.filter((branch) => {
      if (settled.has(this.#numberOf(branch, false))) return false;
      return chosen.every((one) => one === branch || !areDisjoint(this.#sender, one, branch));
    });
  }

  /** Whether, where an object keeps a schema, it surely is one that speaks of its properties. */
  #speaksOfProperties(schema: Json, depth: number): boolean {
    if (!isObject(schema) || depth > MAX_DEPTH) return false;
    const reference = getString(schema, "$ref");
    const speaks = (inner: Json) => this.#speaksOfProperties(inner, depth + 1);
    if (reference !== undefined) return speaks(targetOf(this.#sender, reference));
    const keeping = ["anyOf", "oneOf"].map((name) => getList(schema, name).filter(mayBeObject));
    const unions = keeping.filter((branches) => branches.length > 0);
    return (
      describesProperties(schema) || getList(schema, "allOf").some(speaks) || unions.some((branches) => branches.every(speaks))
    );
  }
}

const ANY = plain(true, true);
const MAX_DEPTH = 20;

/** Whether an object may keep a branch, as far as its own types and values tell. */
function mayBeObject(branch: Json): boolean {
  if (!isObject(branch)) return branch !== false;
  const { type, const: constant, enum: values } = branch;
  if (type !== undefined && type !== "object" && !(isList(type) && type.includes("object"))) return false;
  if (constant !== undefined && !isObject(constant)) return false;
  return !isList(values) || values.some(isObject);
}

/** As validators tell the runtime what they know of an object. */
function describesProperties(schema: JsonObject): boolean {
  return isOpen(schema) || schema["properties"] !== undefined || schema["patternProperties"] !== undefined;
}

function isOpen(schema: JsonObject): boolean {
  const others = schema["additionalProperties"];
  return others !== undefined && others !== false;
}

function matchedBy(schema: JsonObject, name: string, patterns: Patterns): Json[] {
  const all = Object.entries(getObject(schema, "patternProperties"));
  return all.filter(([pattern]) => patterns.matches(pattern, name)).map(([, held]) => held);
}

function knows(schema: JsonObject, name: string, patterns: Patterns): boolean {
  return Object.hasOwn(getObject(schema, "properties"), name) || matchedBy(schema, name, patterns).length > 0;
}

function propertiesAt(schema: JsonObject, name: string, patterns: Patterns): Json[] {
  const named = get(getObject(schema, "properties"), name);
  const found = [...(named === undefined ? [] : [named]), ...matchedBy(schema, name, patterns)];
  return found.length > 0 ? found : [schema["additionalProperties"] ?? true];
}

function itemsAt(schema: JsonObject, index: number): Json[] {
  const { items, additionalItems, contains } = schema;
  const item = isList(items) ? (items[index] ?? additionalItems) : items;
  return [item ?? true, ...(contains === undefined ? [] : [contains])];
}
