import { get, getObject, getStrings, isObject, type Json, type JsonObject } from "../json.ts";
import { constantsAt } from "./constants.ts";

/** A property whose value says which branch of a union applies, and the values of each branch. */
export type Switch = { readonly property: string; readonly values: readonly (readonly string[])[] };

/** Finds the property that tells the branches of a union apart: the declared one, or else one that every branch requires with values of its own. */
export function detectSwitch(document: JsonObject, branches: readonly Json[], declared: string | undefined): Switch | undefined {
  if (branches.length < 2 && declared === undefined) return undefined;
  const [first] = branches;
  const candidates = declared === undefined ? Object.keys(getObject(first, "properties")) : [declared];
  for (const property of candidates) {
    const values = branches.map((branch) => valuesOf(document, branch, property));
    if (values.every((list) => list.length > 0) && areDisjoint(values)) return { property, values };
  }
  return undefined;
}

/** The strings that a branch admits at a property which it requires; none where it admits others too. */
function valuesOf(document: JsonObject, branch: Json, property: string): readonly string[] {
  if (!isObject(branch) || branch["type"] !== "object" || !getStrings(branch, "required").includes(property)) return [];
  const schema = get(getObject(branch, "properties"), property);
  const values = constantsAt(document, schema, []);
  const strings = values.filter((value) => typeof value === "string");
  return values.length === strings.length ? strings : [];
}

function areDisjoint(lists: readonly (readonly string[])[]): boolean {
  const all = lists.flat();
  return new Set(all).size === all.length;
}
