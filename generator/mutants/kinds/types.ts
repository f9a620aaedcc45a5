import { compact, get, type Json, type JsonObject } from "../../json.ts";
import { isJsonType, JSON_TYPES, type JsonType, keywords } from "../../model/keywords.ts";
import { rulesText, type SchemaChange, type SchemaKind } from "../schemaChange.ts";

/** What careless readers take for a value of a type. */
const CONFUSED: Readonly<Record<Exclude<JsonType, "null">, JsonType>> = {
  string: "number",
  number: "string",
  integer: "number",
  boolean: "string",
  array: "object",
  object: "array",
};

/** Values of any type are taken, or those that careless readers take for it. Where values are listed the type says nothing. */
export const widenType: SchemaKind = (schema) => {
  const types = typesOf(schema);
  if (types.length === 0 || "const" in schema || "enum" in schema) return [];
  const closest = types.flatMap((type) => (type === "null" ? [] : [CONFUSED[type]]));
  const added = [...new Set(closest)].filter((type) => !types.includes(type));
  return [
    { at: "/type", text: "may be of any type", schema: untyped(schema) },
    ...added.map((type) => ({
      at: "/type",
      what: type,
      text: `may be of the type ${type}, too`,
      schema: withTypes(schema, [...types, type]),
    })),
  ];
};

/** A schema that says of other types nothing. Beside keywords about its own it says so in words that the generator takes. */
function untyped({ type = "object", ...schema }: JsonObject): Json {
  const isBare = Object.keys(schema).every((name) => keywords.get(name)?.about === undefined);
  return isBare ? schema : { anyOf: [{ type, ...schema }, { not: { type } }] };
}

/** Anything that is held to something is held to nothing. */
export const widenAnything: SchemaKind = (schema, { isInPlace }) =>
  isInPlace || rulesText(schema) === "{}" ? [] : [{ at: "", text: "may be anything", schema: {} }];

/** A type that is admitted is not; of what may be anything each type in turn is all that is left, or null is what is not. */
export const narrowType: SchemaKind = (schema, { isInPlace }) => {
  const types = typesOf(schema);
  if (types.length === 0) return isInPlace || rulesText(schema) !== "{}" ? [] : narrowedAny(schema);
  const fewer = types.length < 2 ? [] : types.filter((type) => type !== "null");
  return [
    ...fewer.map((type) => ({
      at: "/type",
      what: type,
      text: `may not be of the type ${type}`,
      schema: withTypes(
        schema,
        types.filter((other) => other !== type),
      ),
    })),
    ...(types.includes("number")
      ? [
          {
            at: "/type",
            what: "integer",
            text: "must be a whole number",
            schema: withTypes(
              schema,
              types.map((type) => (type === "number" ? "integer" : type)),
            ),
          },
        ]
      : []),
  ];
};

function narrowedAny(schema: JsonObject): SchemaChange[] {
  return JSON_TYPES.filter((type) => type !== "integer").map((type) => ({
    at: "/type",
    what: type,
    text: `must be of the type ${type}`,
    schema: { ...schema, type },
  }));
}

/** What may not be null may. */
export const nullIn: SchemaKind = (schema, { isInPlace, admitsNull }) =>
  isInPlace || admitsNull ? [] : [{ at: "", text: "may be null", schema: { anyOf: [schema, { type: "null" }] } }];

/** What may be null may not. */
export const nullOut: SchemaKind = (schema, { isInPlace }) => {
  const types = typesOf(schema);
  if (types.includes("null") && types.length > 1)
    return [
      {
        at: "/type",
        text: "may not be null",
        schema: withTypes(
          schema,
          types.filter((type) => type !== "null"),
        ),
      },
    ];
  return isInPlace || types.length > 0 || rulesText(schema) !== "{}"
    ? []
    : [{ at: "", text: "may not be null", schema: { not: { type: "null" } } }];
};

/** The types that a schema names. */
function typesOf(schema: JsonObject): readonly JsonType[] {
  const type = get(schema, "type") ?? [];
  return [type].flat().flatMap((name: Json) => (typeof name === "string" && isJsonType(name) ? [name] : []));
}

function withTypes(schema: JsonObject, types: readonly JsonType[]): Json {
  const [only] = types;
  return compact({ ...schema, type: types.length === 1 ? only : types });
}
