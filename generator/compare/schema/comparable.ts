import { Evaluator, type Follow } from "../../dialect/evaluated.ts";
import { withInner } from "../../dialect/innerSchemas.ts";
import { reword } from "../../dialect/reword.ts";
import { compact, get, getList, getStrings, isList, isObject, type Json, type JsonObject } from "../../json.ts";
import { foreignKeywords } from "../../model/keywords.ts";
import { schemasIn } from "../../model/subschemas.ts";

/** Writes a schema so that it can be compared: in draft-07, without the older `dependencies`, base64 apart from other types. */
export function comparable(schema: Json): Json {
  if (!isObject(schema)) return schema;
  const { contentEncoding, ...rest } = schema;
  if (contentEncoding === "base64" && !("$ref" in schema)) return inBytes(rest);
  const words = withoutDependencies(reword(schema, NOWHERE, new Evaluator()).schema);
  if ("$ref" in words) return compact({ $ref: words["$ref"] });
  return compact(Object.fromEntries(Object.entries(words).map(([name, held]) => [name, withInner(name, held, comparable)])));
}

/** What references lead to is compared on its own. */
const NOWHERE: Follow = () => undefined;

/** Validators see bytes, and nothing else that is said of text; or one of the other types. */
function inBytes(schema: JsonObject): Json {
  const others = getStrings(schema, "type").filter((type) => type !== "string");
  const bytes = { contentEncoding: "base64" };
  return others.length === 0 ? bytes : { anyOf: [bytes, comparable({ ...schema, type: others })] };
}

function withoutDependencies(schema: JsonObject): JsonObject {
  const { dependencies, ...rest } = schema;
  if (!isObject(dependencies)) return schema;
  const all = Object.entries(dependencies).map(([name, held]) => dependency(name, held));
  return { ...rest, allOf: [...getList(schema, "allOf"), ...all] };
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
