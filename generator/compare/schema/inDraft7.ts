import { compact, get, getList, getObject, getStrings, isList, isObject, type Json, type JsonObject } from "../../json.ts";
import { foreignKeywords, keywords } from "../../model/keywords.ts";
import { schemasIn } from "../../model/subschemas.ts";

/** Writes a schema in draft-07: words of 2020-12 and the older `dependencies` by what means the same, base64 apart from other types. */
export function inDraft7(schema: Json): Json {
  if (!isObject(schema)) return schema;
  if (typeof schema["$ref"] === "string") return withSiblings(schema);
  const { contentEncoding, ...rest } = schema;
  if (contentEncoding === "base64") return inBytes(rest);
  const flat = withoutDependencies(withoutPrefixItems(schema));
  return compact(Object.fromEntries(Object.entries(flat).map(([name, held]) => [name, translated(name, held)])));
}

/** What stands beside a reference holds too, as in 2020-12; draft-07 would not read it, and contracts with such are refused. */
function withSiblings({ $ref, ...beside }: JsonObject): Json {
  const reference = compact({ $ref });
  const rules = Object.keys(beside).filter((name) => keywords.get(name)?.annotation !== true && isKnown(name));
  return rules.length === 0 ? reference : { allOf: [reference, inDraft7(beside)] };
}

function isKnown(name: string): boolean {
  return keywords.has(name) || foreignKeywords.has(name);
}

/** Validators see bytes, and nothing else that is said of text; or one of the other types. */
function inBytes(schema: JsonObject): Json {
  const others = getStrings(schema, "type").filter((type) => type !== "string");
  const bytes = { contentEncoding: "base64" };
  return others.length === 0 ? bytes : { anyOf: [bytes, inDraft7({ ...schema, type: others })] };
}

function translated(name: string, held: Json): Json {
  const holds = keywords.get(name)?.holds ?? "value";
  if (holds === "value") return held;
  if (isList(held)) return held.map(inDraft7);
  if (holds !== "schemaMap") return inDraft7(held);
  return Object.fromEntries(Object.entries(getObject({ held }, "held")).map(([key, inner]) => [key, inDraft7(inner)]));
}

function withoutPrefixItems(schema: JsonObject): JsonObject {
  const { prefixItems, items, ...rest } = schema;
  if (!isList(prefixItems)) return schema;
  return { ...rest, items: prefixItems, ...(items === undefined ? {} : { additionalItems: items }) };
}

function withoutDependencies(schema: JsonObject): JsonObject {
  const { dependentRequired, dependentSchemas, dependencies, ...rest } = schema;
  const all = [dependentRequired, dependentSchemas, dependencies].flatMap((held) => (isObject(held) ? Object.entries(held) : []));
  if (all.length === 0) return schema;
  return { ...rest, allOf: [...getList(schema, "allOf"), ...all.map(([name, held]) => dependency(name, held))] };
}

/** Either no object, or without the property, or with what it brings. */
function dependency(name: string, held: Json): Json {
  const brings = isList(held) ? { required: held } : held;
  return { anyOf: [{ not: { type: "object", required: [name] } }, brings] };
}

/** A keyword that other dialects enforce and nobody here does; undefined where there is none. */
export function unreadKeyword(schema: Json): string | undefined {
  for (const inner of schemasIn(schema)) {
    const name = isObject(inner) && !("$ref" in inner) ? Object.keys(inner).find((key) => isUnread(inner, key)) : undefined;
    if (name !== undefined) return name;
  }
  return undefined;
}

const HARMLESS: readonly string[] = ["$defs", "definitions", "$id", "id", "example", "xml", "$anchor"];

function isUnread(schema: JsonObject, name: string): boolean {
  if (name === "contentEncoding") return get(schema, name) !== "base64";
  return foreignKeywords.has(name) && !HARMLESS.includes(name);
}
