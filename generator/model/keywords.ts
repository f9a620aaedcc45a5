/** The JSON types that a keyword speaks about. */
export type JsonType = "array" | "boolean" | "integer" | "null" | "number" | "object" | "string";

/** All of them, by the alphabet. */
export const JSON_TYPES: readonly JsonType[] = ["array", "boolean", "integer", "null", "number", "object", "string"];

/** Whether a word is the name of a JSON type. */
export function isJsonType(word: string): word is JsonType {
  return JSON_TYPES.some((type) => type === word);
}

/** What a keyword of JSON Schema draft-07, as AsyncAPI extends it, holds and does. */
export interface Keyword {
  /** Schemas inside it that see the same value, another value, or none; and how they are held. */
  readonly holds: "value" | "schema" | "schemas" | "schemaMap" | "schemaOrSchemas";
  /** Whether the schemas inside judge the same value. */
  readonly inPlace?: boolean;
  /** The keyword is silent about values of any other type. */
  readonly about?: readonly JsonType[];
  /** It says something to people and nothing to validators. */
  readonly annotation?: boolean;
}

const value: Keyword = { holds: "value" };
const annotation: Keyword = { holds: "value", annotation: true };
const strings: Keyword = { holds: "value", about: ["string"] };
const numbers: Keyword = { holds: "value", about: ["number", "integer"] };
const lists: Keyword = { holds: "value", about: ["array"] };
const objects: Keyword = { holds: "value", about: ["object"] };

/** Every keyword that a schema may hold. Anything else is a typo, or a rule that nobody would enforce. */
export const keywords: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
  ["$ref", value],
  ["type", value],
  ["enum", value],
  ["const", value],
  ["allOf", { holds: "schemas", inPlace: true }],
  ["anyOf", { holds: "schemas", inPlace: true }],
  ["oneOf", { holds: "schemas", inPlace: true }],
  ["not", { holds: "schema", inPlace: true }],
  ["if", { holds: "schema", inPlace: true }],
  ["then", { holds: "schema", inPlace: true }],
  ["else", { holds: "schema", inPlace: true }],
  ["properties", { holds: "schemaMap", about: ["object"] }],
  ["patternProperties", { holds: "schemaMap", about: ["object"] }],
  ["additionalProperties", { holds: "schema", about: ["object"] }],
  ["propertyNames", { holds: "schema", about: ["object"] }],
  ["required", objects],
  ["minProperties", objects],
  ["maxProperties", objects],
  ["discriminator", objects],
  ["items", { holds: "schemaOrSchemas", about: ["array"] }],
  ["additionalItems", { holds: "schema", about: ["array"] }],
  ["contains", { holds: "schema", about: ["array"] }],
  ["minItems", lists],
  ["maxItems", lists],
  ["uniqueItems", lists],
  ["minLength", strings],
  ["maxLength", strings],
  ["pattern", strings],
  ["format", { holds: "value", about: ["string", "number", "integer"] }],
  ["contentEncoding", strings],
  ["minimum", numbers],
  ["maximum", numbers],
  ["exclusiveMinimum", numbers],
  ["exclusiveMaximum", numbers],
  ["multipleOf", numbers],
  ["title", annotation],
  ["description", annotation],
  ["default", annotation],
  ["examples", annotation],
  ["deprecated", annotation],
  ["readOnly", annotation],
  ["writeOnly", annotation],
  ["externalDocs", annotation],
  ["contentMediaType", annotation],
  ["$comment", annotation],
  ["$schema", annotation],
]);

/** Keywords of other dialects, and what to write instead. */
export const foreignKeywords: ReadonlyMap<string, string> = new Map([
  ["nullable", 'write the type as a list with "null" in it'],
  ["$defs", "put the schema into components.schemas"],
  ["definitions", "put the schema into components.schemas"],
  [
    "prefixItems",
    "write the tuple as a list under items, or say that the schema is 2020-12 (wirepact explain unsupported-schema)",
  ],
  ["unevaluatedProperties", "write additionalProperties on one flat object, or in each alternative"],
  ["unevaluatedItems", "write additionalItems, which is items beside prefixItems in 2020-12"],
  ["dependentRequired", "write an anyOf of required lists"],
  ["dependentSchemas", "write if and then"],
  ["dependencies", "write if and then, or an anyOf of required lists"],
  ["$dynamicRef", "refer with $ref to components.schemas"],
  ["$dynamicAnchor", "refer with $ref to components.schemas"],
  ["$recursiveRef", "refer with $ref to components.schemas"],
  ["$anchor", "refer with $ref to components.schemas"],
  ["$id", "put the schema into components.schemas, where its key names it"],
  ["id", "put the schema into components.schemas, where its key names it"],
  ["example", "write examples, a list"],
  ["xml", "remove it: sockets carry JSON or MessagePack"],
  ["contentSchema", "describe the decoded value in a message of its own"],
  ["minContains", "remove it: of contains they enforce that at least one item matches"],
  ["maxContains", "remove it: of contains they enforce that at least one item matches"],
]);
