import { get, getList, getObject, isList, isObject, type Json, type JsonObject } from "../json.ts";
import { follow } from "../reference.ts";

/**
 * Whether values of a schema may have something at a place, as far as the schema says: a property that it describes, in
 * itself or in a branch, or anything where it says nothing of its values. The first step that leads nowhere, otherwise.
 */
export function strayStep(document: JsonObject, schema: Json, steps: readonly string[]): Stray | undefined {
  let level: readonly Json[] = [schema];
  for (const step of steps) {
    const places = level.flatMap((one) => branchesOf(document, one, new Set()));
    if (places.some(saysNothing)) return undefined;
    const inner = places.flatMap((place) => innerOf(place, step));
    if (inner.length === 0) return { step, known: places.flatMap((place) => Object.keys(getObject(place, "properties"))) };
    level = inner;
  }
  return undefined;
}

/** A step that leads nowhere, and those that would lead somewhere. */
export interface Stray {
  readonly step: string;
  readonly known: readonly string[];
}

/** A schema and those that judge the same value beside it. */
function branchesOf(document: JsonObject, schema: Json, seen: Set<Json>): Json[] {
  const target = follow(document, schema, "")?.value;
  if (!isObject(target) || seen.has(target)) return target === true ? [true] : [];
  seen.add(target);
  const lists = ["allOf", "anyOf", "oneOf"].flatMap((key) => [...getList(target, key)]);
  const conditional = ["then", "else"].flatMap((key) => get(target, key) ?? []);
  const inner = [...lists, ...conditional].flatMap((branch) => branchesOf(document, branch, seen));
  // What only holds branches says nothing itself, and nothing is not anything.
  const isHolder = lists.length > 0 && get(target, "properties") === undefined && get(target, "items") === undefined;
  return isHolder ? inner : [target, ...inner];
}

/** A schema that lets anything be inside its values: of an object or of no type, without a word about its properties. */
function saysNothing(schema: Json): boolean {
  if (!isObject(schema)) return schema === true;
  const rules = ["properties", "patternProperties", "additionalProperties", "items", "enum", "const", "required"];
  const type = get(schema, "type");
  const mayHold = type === undefined || type === "object" || (isList(type) && type.includes("object"));
  return mayHold && rules.every((rule) => get(schema, rule) === undefined);
}

function innerOf(schema: Json, step: string): Json[] {
  const property = get(getObject(schema, "properties"), step);
  if (property !== undefined) return [property];
  const items = get(schema, "items");
  if (items !== undefined && /^\d+$/.test(step)) return isList(items) ? [items[Number(step)] ?? true] : [items];
  const patterns = Object.values(getObject(schema, "patternProperties"));
  const others = get(schema, "additionalProperties");
  return others === undefined || others === false ? patterns : [...patterns, others];
}
