import { type Findings, quote } from "../diagnostics.ts";
import { getObject, getString, isObject, type Json, type JsonObject } from "../json.ts";
import { keywords } from "./keywords.ts";
import { definitionName, referencesIn, resolveReference } from "./references.ts";
import { subschemas } from "./subschemas.ts";

/** A named schema that some message uses. */
export interface Reachable {
  readonly name: string;
  readonly schema: Json;
  readonly pointer: string;
}

/** The schemas that the given ones refer to, directly or through others: named ones in the document's order, then those that stand elsewhere. */
export function reachableDefinitions(document: JsonObject, roots: readonly Json[]): Reachable[] {
  const found = new Map<string, Reachable>();
  const open = [...roots];
  for (let schema = open.pop(); schema !== undefined; schema = open.pop()) {
    for (const reference of referencesIn(schema)) {
      const name = definitionName(reference);
      const target = resolveReference(document, reference);
      if (name === undefined || target === undefined || found.has(name)) continue;
      found.set(name, { name, schema: target.value, pointer: target.pointer });
      open.push(target.value);
    }
  }
  const named = Object.keys(getObject(getObject(document, "components"), "schemas")).flatMap((name) => found.get(name) ?? []);
  const others = [...found.values()].filter(({ name }) => !named.some((one) => one.name === name));
  return [...named, ...others.sort((a, b) => (a.name < b.name ? -1 : 1))];
}

/** Finds named schemas that are nothing but themselves: references in a circle, with no value in between. */
export function checkReachable(document: JsonObject, definitions: readonly Reachable[], findings: Findings): void {
  const reported = new Set<string>();
  for (const { name, schema, pointer } of definitions) {
    const circle = findCircle(document, schema, [name]);
    if (circle === undefined || circle.some((step) => reported.has(step))) continue;
    for (const step of circle) reported.add(step);
    const text = `the schema ${quote(name)} is defined by itself (${circle.join(" → ")}), with no property or item in between; break the circle`;
    findings.error(pointer, "endless-reference", text);
  }
}

/** A circle that begins and ends at the first step of the path; schemas that were looked into before lead to none. */
function findCircle(
  document: JsonObject,
  schema: Json,
  path: readonly string[],
  seen: Set<string> = new Set(),
): readonly string[] | undefined {
  if (!isObject(schema)) return undefined;
  const reference = getString(schema, "$ref");
  if (reference !== undefined) {
    const name = definitionName(reference);
    if (name === undefined) return undefined;
    if (name === path[0]) return [...path, name];
    if (seen.has(name)) return undefined;
    seen.add(name);
    return findCircle(document, resolveReference(document, reference)?.value ?? true, [...path, name], seen);
  }
  for (const branch of inPlace(schema)) {
    const circle = findCircle(document, branch, path, seen);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

/** The schemas inside one that judge the same value. */
function inPlace(schema: JsonObject): Json[] {
  return Object.entries(schema).flatMap(([name, held]) => {
    const keyword = keywords.get(name);
    return keyword?.inPlace === true ? subschemas(keyword, held).map(([, inner]) => inner) : [];
  });
}
