import { get, getList, getObject, getString, isList, isObject, type Json, type JsonObject } from "../json.ts";

/** A schema that a reference leads to, with how references of its own are followed. */
export interface Followed {
  readonly schema: Json;
  readonly follow: Follow;
}

/** Follows a reference; undefined where it leads nowhere. */
export type Follow = (reference: string) => Followed | undefined;

/** Which properties and items of a value that passes a schema are judged by it. */
export interface Evaluated {
  readonly names: ReadonlySet<string>;
  readonly patterns: ReadonlySet<string>;
  readonly allProperties: boolean;
  /** How many items from the first on; `Infinity` for all. */
  readonly items: number;
  /** Whether any others are, which match `contains`: nobody knows before which those are. */
  readonly matches: boolean;
}

const NOTHING: Evaluated = { names: new Set(), patterns: new Set(), allProperties: false, items: 0, matches: false };

/** Deeper references, and more names, items and copies in all, are not gone through: a contract is hostile input. */
const MAX_DEPTH = 100;
const MANY_PARTS = 1_000_000;

/** Tells what schemas evaluate. Each is looked into once: references may lead to one in endlessly many ways. */
export class Evaluator {
  #left = MANY_PARTS;
  readonly #known = new Map<Follow, Map<JsonObject, Evaluated | undefined>>();

  /** What a schema evaluates whatever its value; undefined where that depends on the value, or references go in a circle. */
  of(schema: Json, follow: Follow, depth = 0): Evaluated | undefined {
    if (!isObject(schema)) return NOTHING;
    const known = this.#known.get(follow) ?? new Map<JsonObject, Evaluated | undefined>();
    this.#known.set(follow, known);
    if (known.has(schema)) return known.get(schema);
    known.set(schema, undefined);
    const evaluated = depth > MAX_DEPTH || isDynamic(schema) ? undefined : this.#look(schema, follow, depth + 1);
    known.set(schema, evaluated);
    return evaluated;
  }

  /** What some parts of a schema evaluate together; undefined where one of them cannot be told, or they are too many. */
  together(parts: readonly (Evaluated | undefined)[]): Evaluated | undefined {
    const known = parts.filter((part) => part !== undefined);
    const size = known.reduce((sum, { names, patterns, items }) => sum + names.size + patterns.size + finite(items), 0);
    return known.length === parts.length && this.spend(size) ? united(known) : undefined;
  }

  /** Counts what translations of a document write that nobody wrote; whether it is still few enough. */
  spend(parts: number): boolean {
    this.#left -= parts;
    return this.#left >= 0;
  }

  #look(schema: JsonObject, follow: Follow, depth: number): Evaluated | undefined {
    const branches = getList(schema, "allOf").map((branch) => this.of(branch, follow, depth));
    const certain = this.together([ownOf(schema), this.ofReference(schema, follow, depth), ...branches]);
    const perhaps = this.together(sometimes(schema).map((branch) => this.of(branch, follow, depth)));
    return certain === undefined || perhaps === undefined || !covers(certain, perhaps) ? undefined : certain;
  }

  /** What the reference beside other words evaluates; nothing where there is none. */
  ofReference(schema: JsonObject, follow: Follow, depth = 0): Evaluated | undefined {
    const reference = getString(schema, "$ref");
    if (reference === undefined) return NOTHING;
    const target = follow(reference);
    return target === undefined ? undefined : this.of(target.schema, target.follow, depth);
  }
}

/** Whether what a schema refers to depends on how it was come to. */
export function isDynamic(schema: JsonObject): boolean {
  return "$dynamicRef" in schema || "$recursiveRef" in schema;
}

/** What the words of a schema evaluate, without the schemas that judge the same value. */
export function ownOf(schema: JsonObject): Evaluated {
  const hasAllItems = evaluatesAllItems(schema);
  return {
    names: new Set(Object.keys(getObject(schema, "properties"))),
    patterns: new Set(Object.keys(getObject(schema, "patternProperties"))),
    allProperties: "additionalProperties" in schema || "unevaluatedProperties" in schema,
    items: hasAllItems ? Infinity : Math.max(getList(schema, "prefixItems").length, getList(schema, "items").length),
    matches: "contains" in schema && !hasAllItems,
  };
}

function evaluatesAllItems(schema: JsonObject): boolean {
  const items = get(schema, "items");
  return "unevaluatedItems" in schema || "additionalItems" in schema || (items !== undefined && !isList(items));
}

/** Schemas that judge the same value and need not hold; what is said under `not` evaluates nothing. */
function sometimes(schema: JsonObject): Json[] {
  const branches = ["anyOf", "oneOf"].flatMap((name) => getList(schema, name));
  const conditions = ["if", "then", "else"].flatMap((name) => get(schema, name) ?? []);
  return [...branches, ...conditions, ...Object.values(getObject(schema, "dependentSchemas"))];
}

function united(parts: readonly Evaluated[]): Evaluated {
  return {
    names: new Set(parts.flatMap(({ names }) => [...names])),
    patterns: new Set(parts.flatMap(({ patterns }) => [...patterns])),
    allProperties: parts.some(({ allProperties }) => allProperties),
    items: parts.reduce((most, { items }) => Math.max(most, items), 0),
    matches: parts.some(({ matches }) => matches),
  };
}

function covers(all: Evaluated, part: Evaluated): boolean {
  if (part.items > all.items || (part.matches && !all.matches && all.items < Infinity)) return false;
  if (all.allProperties) return true;
  return !part.allProperties && isWithin(part.names, all.names) && isWithin(part.patterns, all.patterns);
}

/** Whether a set holds all of another. */
export function isWithin(part: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...part].every((name) => all.has(name));
}

function finite(count: number): number {
  return count === Infinity ? 0 : count;
}
