import { get, getList, getObject, getStrings, isList, isObject, type Json } from "../../json.ts";
import { valueText } from "./canonical.ts";
import { behind, type Side } from "./side.ts";

/** Whether it is plain to see that no value keeps both schemas: their types differ, or what they list, or a property that both require. */
export function areDisjoint(side: Side, one: Json, other: Json, depth = 0): boolean {
  const [a, b] = [behind(side, one), behind(side, other)];
  if (a === false || b === false) return true;
  if (!isObject(a) || !isObject(b)) return false;
  if (differ(listedIn(a), listedIn(b)) || differ(typesIn(a), typesIn(b))) return true;
  if (depth > 2 || get(a, "type") !== "object" || get(b, "type") !== "object") return false;
  const [mine, yours] = [getObject(a, "properties"), getObject(b, "properties")];
  const shared = getStrings(a, "required").filter((name) => getStrings(b, "required").includes(name));
  return shared.some((name) => areDisjoint(side, get(mine, name) ?? true, get(yours, name) ?? true, depth + 1));
}

/** Undefined where a schema leaves it open. */
type Texts = readonly string[] | undefined;

function differ(a: Texts, b: Texts): boolean {
  return a !== undefined && b !== undefined && !a.some((text) => b.includes(text));
}

function listedIn(schema: Json): Texts {
  const only = get(schema, "const");
  if (only !== undefined) return [valueText(only)];
  return get(schema, "enum") === undefined ? undefined : getList(schema, "enum").map(valueText);
}

function typesIn(schema: Json): Texts {
  const held = get(schema, "type");
  if (held === undefined) return undefined;
  return (isList(held) ? held : [held]).map((type) => (type === "integer" ? "number" : String(type)));
}
