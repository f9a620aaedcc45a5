import { get, getList, getString, isObject, type Json, type JsonObject } from "../../json.ts";
import { openEnumOf } from "../../model/openEnum.ts";
import { definitionName } from "../../model/references.ts";
import { isRule } from "../schema/canonical.ts";
import { type PlacedSchema, picked, together, type View, viewOf, wholeOf } from "./view.ts";

/** One branch of a union. */
export interface Branch {
  readonly view: View;
  readonly pointer: string;
  /** What a branch may be called by where nothing else tells it: the schema that it refers to, or its number. */
  readonly name: string;
}

/** A schema of a view that lists alternatives, by `anyOf` or `oneOf`. */
export interface Union {
  readonly branches: readonly Branch[];
  /** What it demands, as a schema. */
  readonly demand: Json;
}

const UNIONS = ["anyOf", "oneOf"] as const;

/** The unions of a view. Known values of an open set are none. */
export function unionsIn({ document, nodes }: View): readonly Union[] {
  return nodes.flatMap(({ schema, pointer }) =>
    UNIONS.flatMap((keyword) => {
      const branches = getList(schema, keyword);
      if (branches.length === 0 || openEnumOf(schema) !== undefined) return [];
      const placed = branches.map((branch, index) => ({ schema: branch, pointer: `${pointer}/${keyword}/${index}` }));
      return [{ branches: placed.map((one, index) => branchOf(document, one, index)), demand: { [keyword]: branches } }];
    }),
  );
}

function branchOf(document: JsonObject, placed: PlacedSchema, index: number): Branch {
  const reference = getString(placed.schema, "$ref");
  const name = (reference === undefined ? undefined : definitionName(reference)) ?? String(index);
  return { view: viewOf(document, [placed]), pointer: placed.pointer, name };
}

/** What all unions of a view demand. */
export function unionDemand(view: View): Json {
  return together(picked(view, UNIONS));
}

/**
 * A view beside one that is nothing but a union, as a union too: what it admits is its only branch. So a schema that becomes one of
 * several is what it was, and a branch more.
 */
export function likeUnion(view: View, other: View): View {
  if (unionsIn(view).length > 0 || !isBareUnion(other) || view.nodes.length === 0 || view.isNever) return view;
  const schema = { anyOf: [wholeOf(view)] };
  return { ...view, nodes: [{ schema, pointer: view.nodes[0]?.pointer ?? "" }] };
}

function isBareUnion(view: View): boolean {
  const rules = view.nodes.map(({ schema }) => Object.keys(schema).filter((name) => isRule(name) && name !== "allOf"));
  return unionsIn(view).length === 1 && rules.every((names) => names.every((name) => UNIONS.some((union) => union === name)));
}

/** The properties that a view demands with one of some strings: what may tell it from other branches. */
export function tagsIn({ nodes }: View): ReadonlyMap<string, readonly string[]> {
  const required = new Set(nodes.flatMap(({ schema }) => getList(schema, "required")));
  const tags = nodes.flatMap(({ schema }) => {
    const properties = get(schema, "properties");
    return isObject(properties) ? Object.entries(properties) : [];
  });
  return new Map(
    tags.flatMap(([name, schema]) => {
      const values = stringsOf(schema);
      return required.has(name) && values.length > 0 ? [[name, values] as const] : [];
    }),
  );
}

function stringsOf(schema: Json): string[] {
  const constant = get(schema, "const");
  const values = constant === undefined ? getList(schema, "enum") : [constant];
  const strings = values.filter((value) => typeof value === "string");
  return strings.length === values.length ? strings : [];
}
