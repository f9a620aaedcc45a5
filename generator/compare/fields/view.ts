import { get, getList, isObject, type Json, type JsonObject } from "../../json.ts";
import { follow } from "../../model/references.ts";

/** One schema that judges a value, and where it stands. */
export interface ViewNode {
  readonly schema: JsonObject;
  /** JSON Pointer into its document. */
  readonly pointer: string;
}

/** Everything that one contract says of the value at one place, behind references and lists of schemas that all must hold. */
export interface View {
  readonly document: JsonObject;
  readonly nodes: readonly ViewNode[];
  /** Whether nothing may stand there at all. */
  readonly isNever: boolean;
}

/** A schema, and where it stands. */
export interface PlacedSchema {
  readonly schema: Json;
  readonly pointer: string;
}

/** The view of a value that all of some schemas judge. */
export function viewOf(document: JsonObject, schemas: readonly PlacedSchema[]): View {
  const nodes: ViewNode[] = [];
  const seen = new Set<JsonObject>();
  let isNever = false;
  const open = [...schemas].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const target = follow(document, next.schema, next.pointer);
    if (target?.value === false) isNever = true;
    if (target === undefined || !isObject(target.value) || seen.has(target.value)) continue;
    seen.add(target.value);
    const { value, pointer } = target;
    nodes.push({ schema: value, pointer });
    const branches = getList(value, "allOf").map((schema, index) => ({ schema, pointer: `${pointer}/allOf/${index}` }));
    open.push(...branches.reverse());
  }
  return { document, nodes, isNever };
}

/** Whether a view says nothing. */
export function isFree({ nodes, isNever }: View): boolean {
  return !isNever && nodes.length === 0;
}

/** Whether anything of a view speaks of a keyword. */
export function has({ nodes }: View, keyword: string): boolean {
  return nodes.some(({ schema }) => get(schema, keyword) !== undefined);
}

/** What the schemas of a view say by a keyword, each that says anything. */
export function held({ nodes }: View, keyword: string): Json[] {
  return nodes.map(({ schema }) => get(schema, keyword)).filter((value) => value !== undefined);
}

/** What the schemas of a view say by some keywords, as schemas of their own. */
export function picked({ nodes }: View, keywords: readonly string[]): JsonObject[] {
  const parts = nodes.map(({ schema }) => Object.fromEntries(Object.entries(schema).filter(([name]) => keywords.includes(name))));
  return parts.filter((part) => Object.keys(part).length > 0);
}

/** Some schemas as one. */
export function together(schemas: readonly Json[]): Json {
  const [first, ...others] = schemas;
  if (first === undefined) return true;
  return others.length === 0 ? first : { allOf: schemas };
}

/** All that a view says, as one schema. */
export function wholeOf({ nodes, isNever }: View): Json {
  return isNever ? false : together(nodes.map(({ schema: { allOf: _, ...own } }) => own));
}

/** Where a view stands; the place around it where it says nothing. */
export function pointerIn({ nodes }: View, otherwise: string): string {
  return nodes[0]?.pointer ?? otherwise;
}
