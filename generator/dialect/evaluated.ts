import { get, getList, getObject, getString, isList, isObject, type Json, type JsonObject } from "../json.ts";

/** A schema that a reference leads to, with how references of its own are followed. */
export interface Followed {
  readonly schema: Json;
  readonly follow: Follow;
}

/** Follows a reference; undefined where it leads nowhere. */
export type Follow = (reference: string) => Followed | undefined;

/** Which properties and items of a value that passes a schema are judged by it, for certain and at most. */
export interface Evaluated {
  readonly names: ReadonlySet<string>;
  readonly patterns: ReadonlySet<string>;
  readonly allProperties: boolean;
  /** How many items from the first on; `Infinity` for all. */
  readonly items: number;
}

const NOTHING: Evaluated = { names: new Set(), patterns: new Set(), allProperties: false, items: 0 };

/** Deeper references, and more names and items in all, are not gone through: a contract is hostile input. */
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
    const evaluated =
      depth > MAX_DEPTH || DYNAMIC.some((name) => name in schema) ? undefined : this.#look(schema, follow, depth + 1);
    known.set(schema, evaluated);
    return evaluated;
  }

  #look(schema: JsonObject, follow: Follow, depth: number): Evaluated | undefined {
    const branches = always(schema, follow).map((one) => one && this.of(one.schema, one.follow, depth));
    const certain = this.#together([ownOf(schema), ...branches]);
    const perhaps = this.#together(sometimes(schema).map((branch) => this.of(branch, follow, depth)));
    return certain === undefined || perhaps === undefined || !covers(certain, perhaps) ? undefined : certain;
  }

  #together(parts: readonly (Evaluated | undefined)[]): Evaluated | undefined {
    for (const part of parts) {
      if (part !== undefined) this.#left -= part.names.size + part.patterns.size + (part.items === Infinity ? 0 : part.items);
    }
    return this.#left < 0 ? undefined : together(parts);
  }
}

const DYNAMIC = ["$dynamicRef", "$recursiveRef"];

function ownOf(schema: JsonObject): Evaluated | undefined {
  // Items that `contains` matches are evaluated too, and which those are nobody knows before.
  const isMatching = "contains" in schema && !hasAllItems(schema);
  if (isMatching) return undefined;
  return {
    names: new Set(Object.keys(getObject(schema, "properties"))),
    patterns: new Set(Object.keys(getObject(schema, "patternProperties"))),
    allProperties: "additionalProperties" in schema || "unevaluatedProperties" in schema,
    items: hasAllItems(schema) ? Infinity : Math.max(getList(schema, "prefixItems").length, getList(schema, "items").length),
  };
}

function hasAllItems(schema: JsonObject): boolean {
  const items = get(schema, "items");
  return "unevaluatedItems" in schema || "additionalItems" in schema || (items !== undefined && !isList(items));
}

function always(schema: JsonObject, follow: Follow): (Followed | undefined)[] {
  const reference = getString(schema, "$ref");
  const branches = getList(schema, "allOf").map((branch) => ({ schema: branch, follow }));
  return reference === undefined ? branches : [...branches, follow(reference)];
}

/** Schemas that judge the same value and need not hold; what is said under `not` evaluates nothing. */
function sometimes(schema: JsonObject): Json[] {
  const branches = ["anyOf", "oneOf"].flatMap((name) => getList(schema, name));
  const conditions = ["if", "then", "else"].flatMap((name) => get(schema, name) ?? []);
  return [...branches, ...conditions, ...Object.values(getObject(schema, "dependentSchemas"))];
}

function together(parts: readonly (Evaluated | undefined)[]): Evaluated | undefined {
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) return undefined;
  return {
    names: new Set(known.flatMap(({ names }) => [...names])),
    patterns: new Set(known.flatMap(({ patterns }) => [...patterns])),
    allProperties: known.some(({ allProperties }) => allProperties),
    items: known.reduce((most, { items }) => Math.max(most, items), 0),
  };
}

function covers(all: Evaluated, part: Evaluated): boolean {
  if (part.items > all.items) return false;
  if (all.allProperties) return true;
  const isKnown =
    [...part.names].every((name) => all.names.has(name)) && [...part.patterns].every((one) => all.patterns.has(one));
  return isKnown && !part.allProperties;
}
