import { getString, isObject, type Json, type JsonObject } from "../../json.ts";
import { keywords } from "../../model/keywords.ts";
import { referencesIn, resolveReference } from "../../model/references.ts";
import { subschemas } from "../../model/subschemas.ts";
import { comparable, unreadKeyword } from "./comparable.ts";

/** One of two documents that are compared; its schemas in draft-07, whatever words they were written in. */
export interface Side {
  readonly name: "sender" | "reader";
  readonly document: JsonObject;
  /** What references lead to, by their texts, as far as it was read. */
  readonly definitions: Map<string, Definition>;
}

/** A schema as it was read, with what it refers to. */
export interface Definition {
  readonly schema: Json;
  readonly references: readonly string[];
  /** How many schemas it consists of, itself included. */
  readonly size: number;
  /** Why nothing can be said of it, where that is so. */
  readonly problem: string | undefined;
}

/** A side of which nothing was read yet. */
export function sideOf(name: Side["name"], document: JsonObject): Side {
  return { name, document, definitions: new Map() };
}

/** A schema of a side, with all that it refers to; or why nothing can be said of it. */
export type Reading =
  | { readonly kind: "read"; readonly root: Json; readonly references: readonly string[] }
  | { readonly kind: "problem"; readonly problem: string };

/** Reads a schema of a side and what it refers to: at most `size` schemas. */
export function readSchema(side: Side, schema: Json, size: number): Reading {
  const root = define(side, schema);
  const references = new Set(root.references);
  let left = size - root.size;
  let problem = root.problem;
  for (const reference of references) {
    const definition = definitionOf(side, reference);
    left -= definition.size;
    problem ??= definition.problem;
    if (problem !== undefined || left < 0) break;
    for (const inner of definition.references) references.add(inner);
  }
  if (left < 0) return { kind: "problem", problem: `the ${side.name}'s schema is too large` };
  return problem === undefined ? { kind: "read", root: root.schema, references: [...references] } : { kind: "problem", problem };
}

/** What a reference of a side leads to, read where it was not yet. */
export function definitionOf(side: Side, reference: string): Definition {
  const known = side.definitions.get(reference);
  if (known !== undefined) return known;
  const target = resolveReference(side.document, reference);
  const missing = { schema: true, references: [], size: 1, problem: `nothing stands at ${JSON.stringify(reference)}` };
  const definition = target === undefined ? missing : define(side, target.value);
  side.definitions.set(reference, definition);
  return definition;
}

const MANY_SCHEMAS = 100_000;
const MAX_DEPTH = 250;

function define(side: Side, written: Json): Definition {
  const schema = comparable(written);
  const size = countSchemas(schema);
  if (size > MANY_SCHEMAS) return { schema, references: [], size: 1, problem: `the ${side.name}'s schema is too large` };
  const unread = unreadKeyword(schema);
  const problem = unread === undefined ? undefined : `the keyword ${JSON.stringify(unread)} is not compared`;
  return { schema, references: [...new Set(referencesIn(schema))], size, problem };
}

/** Schemas inside one, itself included; more than many where they are, or where they are nested too deeply to go through. */
function countSchemas(schema: Json): number {
  const open: [Json, number][] = [[schema, 0]];
  let count = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [here, depth] = next;
    if (++count > MANY_SCHEMAS || depth > MAX_DEPTH) return Infinity;
    for (const inner of innerOf(here)) open.push([inner, depth + 1]);
  }
  return count;
}

function innerOf(schema: Json): Json[] {
  if (!isObject(schema) || "$ref" in schema) return [];
  return Object.entries(schema).flatMap(([name, held]) => {
    const keyword = keywords.get(name);
    return keyword === undefined ? [] : subschemas(keyword, held).map(([, inner]) => inner);
  });
}

/** The schema that a reference of a side names. */
export function targetOf(side: Side, reference: string): Json {
  return side.definitions.get(reference)?.schema ?? true;
}

/** What a schema is, behind references; undefined where they go in a circle. */
export function behind(side: Side, schema: Json): Json | undefined {
  let here: Json = schema;
  for (let hops = 0; hops <= side.definitions.size; hops++) {
    const reference = getString(here, "$ref");
    if (reference === undefined) return here;
    here = targetOf(side, reference);
  }
  return undefined;
}
