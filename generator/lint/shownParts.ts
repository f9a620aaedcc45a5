import { escapeStep } from "@wirepact/runtime";
import { get, getList, getObject, isList, isObject, type Json } from "../json.ts";
import { follow, type Placed } from "../reference.ts";
import type { Outlines } from "./outlines.ts";

/** A property of a value that none of its schemas describes. */
export interface StrangePart {
  /** JSON Pointer in the value. */
  readonly path: string;
  readonly name: string;
  readonly known: readonly string[];
}

/** A part of a value, and the schemas that it is read by. */
interface Part {
  readonly value: Json;
  readonly path: string;
  readonly schemas: readonly Placed[];
}

/**
 * Reads a value by a schema that it satisfies: adds to `shown` the pointer of each schema that a part of it was read by, and gives the
 * properties that nothing describes. Of a union's branches those count that the value may be of, by its type and constants.
 */
export function shownParts(schema: Placed, value: Json, shown: Set<string>, outlines: Outlines): StrangePart[] {
  const strange: StrangePart[] = [];
  const open: Part[] = [{ value, path: "", schemas: [schema] }];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const schemas = judging(part, shown, outlines);
    open.push(...partsOf(part, schemas));
    strange.push(...strangersIn(part, schemas));
  }
  return strange;
}

/** The schemas that judge a value: those given, and all that they take in. */
function judging({ value, schemas }: Part, shown: Set<string>, outlines: Outlines): Placed[] {
  const found = new Map<string, Placed>();
  const open = [...schemas];
  for (let schema = open.pop(); schema !== undefined; schema = open.pop()) {
    const target = follow(outlines.document, schema.value, schema.pointer);
    shown.add(schema.pointer).add(target?.pointer ?? schema.pointer);
    if (target === undefined || found.has(target.pointer)) continue;
    found.set(target.pointer, target);
    for (const name of ["allOf", "anyOf", "oneOf"]) {
      for (const [index, branch] of getList(target.value, name).entries()) {
        if (name === "allOf" || outlines.mayBe(branch, value))
          open.push({ value: branch, pointer: `${target.pointer}/${name}/${index}` });
      }
    }
    for (const name of ["then", "else"]) {
      const inner = get(target.value, name);
      if (inner !== undefined) open.push({ value: inner, pointer: `${target.pointer}/${name}` });
    }
  }
  return [...found.values()];
}

function partsOf({ value, path }: Part, schemas: readonly Placed[]): Part[] {
  if (isList(value)) {
    return value.map((item, index) => ({
      value: item,
      path: `${path}/${index}`,
      schemas: schemas.flatMap((one) => ofItem(one, index)),
    }));
  }
  if (!isObject(value)) return [];
  return Object.entries(value).map(([name, inner]) => ({
    value: inner,
    path: `${path}/${escapeStep(name)}`,
    schemas: schemas.flatMap((one) => ofProperty(one, name)),
  }));
}

function ofItem({ value, pointer }: Placed, index: number): Placed[] {
  const items = get(value, "items");
  if (!isList(items)) return items === undefined ? [] : [{ value: items, pointer: `${pointer}/items` }];
  const own = items[index];
  if (own !== undefined) return [{ value: own, pointer: `${pointer}/items/${index}` }];
  const rest = get(value, "additionalItems");
  return rest === undefined ? [] : [{ value: rest, pointer: `${pointer}/additionalItems` }];
}

function ofProperty({ value, pointer }: Placed, name: string): Placed[] {
  const own = get(getObject(value, "properties"), name);
  if (own !== undefined) return [{ value: own, pointer: `${pointer}/properties/${escapeStep(name)}` }];
  const patterns = Object.entries(getObject(value, "patternProperties")).map(([pattern, inner]) => ({
    value: inner,
    pointer: `${pointer}/patternProperties/${escapeStep(pattern)}`,
  }));
  const others = get(value, "additionalProperties");
  return others === undefined ? patterns : [...patterns, { value: others, pointer: `${pointer}/additionalProperties` }];
}

/** Where some properties are described, and no words are said of others, others are probably misspelled. */
function strangersIn({ value, path }: Part, schemas: readonly Placed[]): StrangePart[] {
  if (!isObject(value) || schemas.some(speaksOfOthers)) return [];
  const known = schemas.flatMap((one) => Object.keys(getObject(one.value, "properties")));
  if (known.length === 0) return [];
  const strange = Object.keys(value).filter((name) => !known.includes(name));
  return strange.map((name) => ({ path: `${path}/${escapeStep(name)}`, name, known }));
}

function speaksOfOthers({ value }: Placed): boolean {
  return value === true || get(value, "patternProperties") !== undefined || get(value, "additionalProperties") !== undefined;
}
