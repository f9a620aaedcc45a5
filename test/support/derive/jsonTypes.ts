import { get, getString, isList, isObject, type Json, type JsonObject } from "../../../generator/json.ts";
import { follow } from "../../../generator/model/references.ts";
import { unionOf } from "./union.ts";

/** One value of each JSON type. None of them is a value that any closed set of the five protocols knows. */
export const ONE_OF_EACH: Readonly<Record<string, Json>> = {
  null: null,
  boolean: true,
  number: 0.5,
  string: "no such value",
  array: [],
  object: {},
};

const ALL = [...Object.keys(ONE_OF_EACH), "integer"];

/** The JSON types of which a schema admits some value. */
export function typesOf(document: JsonObject, schema: Json): ReadonlySet<string> {
  const target = follow(document, schema, "")?.value ?? true;
  if (target === false || isNever(target)) return new Set();
  const own = ownTypes(target);
  const { branches } = unionOf(document, target);
  if (branches.length === 0) return new Set(own);
  const inner = branches.flatMap((branch) => [...typesOf(document, branch)]);
  return new Set(own.filter((type) => inner.includes(type)));
}

function ownTypes(schema: Json): readonly string[] {
  const type = get(schema, "type");
  if (isList(type)) return type.map(String);
  return getString(schema, "type") === undefined ? ALL : [String(type)];
}

/** `{ "not": {} }`, the schema of a property that must not be there. */
function isNever(schema: Json): boolean {
  const not = get(schema, "not");
  return isObject(not) && Object.keys(not).length === 0;
}
