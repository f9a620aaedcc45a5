import { get, getList, getObject, getString, getStrings, isList, isObject, type Json, type JsonObject } from "../json.ts";
import type { Descriptions } from "./descriptions.ts";
import { openEnumOf } from "./openEnum.ts";
import { definitionName } from "./references.ts";
import type { Field, Type } from "./type.ts";

/** Identifier of each named schema. */
export type Identifiers = ReadonlyMap<string, string>;

/** What reading types needs of the document around. */
export interface TypeNames {
  readonly identifiers: Identifiers;
  readonly descriptions: Descriptions;
}

const ANY: Type = { kind: "any" };
const NEVER: Type = { kind: "never" };

/** What other schemas say of the same value: those around one, and its branches. */
interface Around {
  readonly properties: JsonObject;
  readonly types: readonly Json[];
}

const NOTHING: Around = { properties: {}, types: [] };

/** Reads which values a schema admits. */
export function readType(schema: Json | undefined, names: TypeNames, around: Around = NOTHING): Type {
  if (schema === false) return NEVER;
  if (!isObject(schema)) return ANY;
  const reference = getString(schema, "$ref");
  if (reference !== undefined) {
    const identifier = names.identifiers.get(definitionName(reference) ?? "");
    return identifier === undefined ? ANY : { kind: "reference", identifier };
  }
  if ("const" in schema) return literal(schema["const"]);
  if (isList(schema["enum"])) return union(schema["enum"].map(literal));
  const known = openEnumOf(schema);
  return known === undefined ? readStructure(schema, names, around) : { kind: "openEnum", known };
}

/** A property of a schema, followed by what the enclosing schemas say of it. */
function readStructure(schema: JsonObject, names: TypeNames, around: Around): Type {
  if (isNever(schema)) return NEVER;
  const within = names.descriptions.within(schema);
  const outer = {
    properties: { ...within.properties, ...around.properties },
    types: around.types.length > 0 ? around.types : within.types,
  };
  const inner = {
    properties: { ...outer.properties, ...getObject(schema, "properties") },
    types: schema["type"] === undefined ? outer.types : [schema["type"]].flat(),
  };
  const members = [readOwn(schema, names, outer)];
  for (const keyword of ["anyOf", "oneOf"]) {
    const branches = getList(schema, keyword);
    if (branches.length > 0) members.push(union(branches.map((branch) => readType(branch, names, inner))));
  }
  members.push(...getList(schema, "allOf").map((branch) => readType(branch, names, inner)));
  return intersection(hasOnlyDiscriminator(schema) ? members.slice(1) : members);
}

/** The object around a discriminated union says only what each branch says again. */
function hasOnlyDiscriminator(schema: JsonObject): boolean {
  const names = Object.keys(getObject(schema, "properties"));
  return names.length === 1 && names[0] === getString(schema, "discriminator") && getList(schema, "oneOf").length > 0;
}

function readOwn(schema: JsonObject, names: TypeNames, around: Around): Type {
  const type = schema["type"];
  if (isList(type)) return union(type.map((one) => readOwn({ ...schema, type: one }, names, around)));
  switch (type) {
    case "string":
      return { kind: schema["contentEncoding"] === "base64" ? "bytes" : "string" };
    case "number":
    case "integer":
      return { kind: "number" };
    case "boolean":
    case "null":
      return { kind: type };
    case "array":
      return readList(schema, names);
    case "object":
      return readObject(schema, names, around);
    default:
      return "properties" in schema || "required" in schema ? readUntyped(schema, names, around) : ANY;
  }
}

/** What is said of properties holds for objects alone: a value of another type that the enclosing schema admits passes. */
function readUntyped(schema: JsonObject, names: TypeNames, around: Around): Type {
  const others = around.types.filter((type) => type !== "object").map((type) => readOwn({ type }, names, NOTHING));
  return union([readObject(schema, names, around), ...others]);
}

function readList(schema: JsonObject, names: TypeNames): Type {
  const items = schema["items"];
  if (!isList(items)) return { kind: "list", item: readType(items, names) };
  const minimum = schema["minItems"];
  const rest = schema["additionalItems"] === false ? null : readType(schema["additionalItems"], names);
  const types = items.map((item) => readType(item, names));
  return { kind: "tuple", items: types, required: Math.min(typeof minimum === "number" ? minimum : 0, types.length), rest };
}

function readObject(schema: JsonObject, names: TypeNames, around: Around): Type {
  const required = new Set(getStrings(schema, "required"));
  const own = getObject(schema, "properties");
  const borrowed = [...required].filter((name) => !Object.hasOwn(own, name) && Object.hasOwn(around.properties, name));
  const named: [string, Json][] = [
    ...Object.entries(own),
    ...borrowed.map((name): [string, Json] => [name, get(around.properties, name) ?? true]),
  ];
  const fields = named.map(([name, property]) => readField(name, property, required.has(name), names));
  return { kind: "object", fields, others: readOthers(schema, fields.length, names) };
}

/**
 * What properties without a name hold. Declared openness becomes an index signature; mere tolerance of readers does not.
 * TypeScript's index signature speaks of every property, so that beside named ones it can promise nothing.
 */
function readOthers(schema: JsonObject, fields: number, names: TypeNames): Type | null {
  const additional = schema["additionalProperties"];
  const patterns = Object.values(getObject(schema, "patternProperties")).map((pattern) => readType(pattern, names));
  const isDeclared = patterns.length > 0 || additional === true || isObject(additional);
  if (fields > 0) return isDeclared ? ANY : null;
  return isDeclared || additional === false ? union([...patterns, readType(additional, names)]) : null;
}

function readField(name: string, schema: Json, required: boolean, names: TypeNames): Field {
  const description = getString(schema, "description");
  const deprecated = get(schema, "deprecated") === true;
  return { name, required, type: readType(schema, names), description, deprecated, constraints: constraintsOf(schema) };
}

/** What keywords demand, in words. */
const PHRASES: readonly (readonly [keyword: string, phrase: string])[] = [
  ["format", "format"],
  ["pattern", "pattern"],
  ["minimum", "at least"],
  ["exclusiveMinimum", "more than"],
  ["maximum", "at most"],
  ["exclusiveMaximum", "less than"],
  ["multipleOf", "a multiple of"],
  ["minLength", "length at least"],
  ["maxLength", "length at most"],
  ["minItems", "items at least"],
  ["maxItems", "items at most"],
  ["default", "default"],
];

/** What a schema demands beyond its type, as phrases for people. */
export function constraintsOf(schema: Json): string[] {
  const integer = get(schema, "type") === "integer" ? ["integer"] : [];
  const found = PHRASES.flatMap(([keyword, phrase]) => {
    const value = get(schema, keyword);
    return value === undefined ? [] : [`${phrase} ${typeof value === "string" ? value : JSON.stringify(value)}`];
  });
  return [...integer, ...found];
}

function isNever(schema: JsonObject): boolean {
  const not = schema["not"];
  return not === true || (isObject(not) && Object.keys(not).length === 0);
}

function literal(value: Json | undefined): Type {
  if (value === null) return { kind: "null" };
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return { kind: "literal", value };
  return ANY;
}

/** The union of some types, without repetitions. */
export function union(members: readonly Type[]): Type {
  if (members.some((member) => member.kind === "any")) return ANY;
  const seen = new Map(members.filter((member) => member.kind !== "never").map((member) => [JSON.stringify(member), member]));
  const [first = NEVER, ...rest] = seen.values();
  return rest.length === 0 ? first : { kind: "union", members: [first, ...rest] };
}

/** The intersection of some types, without those that say nothing. */
export function intersection(members: readonly Type[]): Type {
  const [first = ANY, ...rest] = members.filter((member) => member.kind !== "any" && !isEmptyObject(member));
  if (first === ANY) return members.find((member) => member.kind === "object") ?? ANY;
  return rest.length === 0 ? first : { kind: "intersection", members: [first, ...rest] };
}

function isEmptyObject(type: Type): boolean {
  return type.kind === "object" && type.fields.length === 0 && type.others === null;
}
