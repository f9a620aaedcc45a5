import { get, getObject, isObject, type Json, type JsonObject } from "../../json.ts";
import { keywords } from "../../model/keywords.ts";
import type { Side } from "../change.ts";
import type { Digests } from "../match/digests.ts";
import { isRule } from "../schema/canonical.ts";
import type { Step } from "./place.ts";

/** A place at which both contracts refer to a named schema, which is not the same one. */
export interface SharedPart {
  readonly path: readonly Step[];
  readonly before: Json;
  readonly after: Json;
}

/**
 * Where two schemas differ, when they differ only in named schemas that they refer to: what is true of those need not be found out for
 * each message. Undefined where they differ otherwise, or where anything beside such a schema judges the same value.
 */
export function sharedParts(digests: Digests, before: Json, after: Json, path: readonly Step[] = []): SharedPart[] | undefined {
  if (digests.of("before", before) === digests.of("after", after)) return [];
  if (!isObject(before) || !isObject(after) || path.length > MAX_DEPTH) return undefined;
  const references = [before, after].filter((schema) => get(schema, "$ref") !== undefined);
  if (references.length === 2) return [{ path, before, after }];
  if (references.length > 0) return undefined;
  return isPlain(before) && isPlain(after) ? inside(digests, before, after, path) : undefined;
}

const MAX_DEPTH = 20;

function inside(digests: Digests, before: JsonObject, after: JsonObject, path: readonly Step[]): SharedPart[] | undefined {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)].filter(isRule))];
  const found: SharedPart[] = [];
  for (const name of names) {
    const parts = byKeyword(digests, name, before, after, path);
    if (parts === undefined) return undefined;
    found.push(...parts);
  }
  return found;
}

function byKeyword(
  digests: Digests,
  name: string,
  before: JsonObject,
  after: JsonObject,
  path: readonly Step[],
): SharedPart[] | undefined {
  const number = (side: Side, schema: JsonObject) => digests.of(side, name in schema ? { [name]: schema[name] ?? null } : {});
  if (number("before", before) === number("after", after)) return [];
  const [old, recent] = [get(before, name), get(after, name)];
  if (name === "items" && isObject(old) && isObject(recent))
    return sharedParts(digests, old, recent, [...path, { kind: "items" }]);
  if (name === "additionalProperties" && isObject(old) && isObject(recent)) {
    const known = { before: namesIn(before), after: namesIn(after) };
    return sharedParts(digests, old, recent, [...path, { kind: "others", known }]);
  }
  return name === "properties" ? byProperty(digests, before, after, path) : undefined;
}

function byProperty(digests: Digests, before: JsonObject, after: JsonObject, path: readonly Step[]): SharedPart[] | undefined {
  const [olds, recents] = [getObject(before, "properties"), getObject(after, "properties")];
  const names = Object.keys(olds);
  if (names.length !== Object.keys(recents).length) return undefined;
  const found: SharedPart[] = [];
  for (const name of names) {
    const [old, recent] = [get(olds, name), get(recents, name)];
    if (old === undefined || recent === undefined) return undefined;
    const parts = sharedParts(digests, old, recent, [...path, { kind: "property", name }]);
    if (parts === undefined) return undefined;
    found.push(...parts);
  }
  return found;
}

/** Whether each of an object's properties is judged by one schema alone. */
function isPlain(schema: JsonObject): boolean {
  return Object.keys(schema).every((name) => keywords.get(name)?.inPlace !== true && name !== "patternProperties");
}

function namesIn(schema: JsonObject): JsonObject {
  const names = Object.keys(getObject(schema, "properties"));
  return { properties: Object.fromEntries(names.map((name) => [name, true])) };
}
