import { escapeStep } from "@wirepact/runtime";
import { get, getObject, getStrings, type Json, type JsonObject } from "../../json.ts";
import { type PlacedSchema, type View, type ViewNode, viewOf } from "./view.ts";

/** Names of the properties that a view describes or asks for, in its order. */
export function memberNames({ nodes }: View): string[] {
  const names = nodes.flatMap(({ schema }) => [
    ...Object.keys(getObject(schema, "properties")),
    ...getStrings(schema, "required"),
  ]);
  return [...new Set(names)];
}

/** The properties that a view asks for. */
export function requiredIn({ nodes }: View): ReadonlySet<string> {
  return new Set(nodes.flatMap(({ schema }) => getStrings(schema, "required")));
}

/** What a view says of the property of a name. */
export function memberOf({ document, nodes }: View, name: string): View {
  return viewOf(
    document,
    nodes.flatMap((node) => memberSchemas(node, name)),
  );
}

/** Where a view describes the property of a name, before references are followed; undefined where it does not. */
export function pointerOfMember({ nodes }: View, name: string): string | undefined {
  return nodes.flatMap((node) => described(node, name))[0]?.pointer;
}

/** Whether a view describes the property by its name, or by a pattern of names. */
export function isDescribed({ nodes }: View, name: string): boolean {
  return nodes.some((node) => described(node, name).length > 0);
}

/** What a view says of properties that it does not name. */
export function othersIn({ document, nodes }: View): View {
  return viewOf(
    document,
    nodes.flatMap(({ schema, pointer }) => placed(schema, "additionalProperties", pointer)),
  );
}

/** Properties and patterns that a view knows, as a schema that judges none of them. */
export function knownMembers({ nodes }: View): JsonObject {
  const names = nodes.flatMap(({ schema }) => Object.keys(getObject(schema, "properties")));
  const patterns = nodes.flatMap(({ schema }) => Object.keys(getObject(schema, "patternProperties")));
  return { properties: allowing(names), patternProperties: allowing(patterns) };
}

function allowing(names: readonly string[]): JsonObject {
  return Object.fromEntries(names.map((name) => [name, true]));
}

function memberSchemas(node: ViewNode, name: string): PlacedSchema[] {
  const found = described(node, name);
  return found.length > 0 ? found : placed(node.schema, "additionalProperties", node.pointer);
}

function described({ schema, pointer }: ViewNode, name: string): PlacedSchema[] {
  const own = get(getObject(schema, "properties"), name);
  const patterns = Object.entries(getObject(schema, "patternProperties")).filter(([pattern]) => matches(pattern, name));
  return [
    ...(own === undefined ? [] : [{ schema: own, pointer: `${pointer}/properties/${escapeStep(name)}` }]),
    ...patterns.map(([pattern, held]) => ({ schema: held, pointer: `${pointer}/patternProperties/${escapeStep(pattern)}` })),
  ];
}

function placed(schema: JsonObject, keyword: string, pointer: string): PlacedSchema[] {
  const held: Json | undefined = get(schema, keyword);
  return held === undefined ? [] : [{ schema: held, pointer: `${pointer}/${keyword}` }];
}

/** Only patterns that surely take no time are run; what others match is left to the comparison of schemas. */
function matches(pattern: string, name: string): boolean {
  return name.length < MANY_CHARACTERS && !/[*+{].*[*+{]/.test(pattern) && new RegExp(pattern, "u").test(name);
}

const MANY_CHARACTERS = 200;
