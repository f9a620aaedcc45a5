import { get, getList, getString, getStrings, isObject, type Json } from "../json.ts";
import { keywords } from "./keywords.ts";

/** The known strings of an open set, written as a union of them with any string; undefined where a schema is none. */
export function openEnumOf(schema: Json): readonly string[] | undefined {
  const [known, any, ...others] = getList(schema, "anyOf");
  if (others.length > 0 || getString(any, "type") !== "string" || rulesOf(any).some((name) => name !== "type")) return undefined;
  if (rulesOf(known).some((name) => name !== "type" && name !== "enum")) return undefined;
  const values = getStrings(known, "enum");
  const isText = values.length === getList(known, "enum").length && (get(known, "type") ?? "string") === "string";
  return isText && values.length > 0 ? values : undefined;
}

/** The keywords of a schema that validators enforce. */
function rulesOf(schema: Json | undefined): string[] {
  return isObject(schema) ? Object.keys(schema).filter(isRule) : [];
}

function isRule(name: string): boolean {
  const keyword = keywords.get(name);
  return keyword !== undefined && keyword.annotation !== true;
}
