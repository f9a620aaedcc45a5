import { getString, isObject, type Json, type JsonObject } from "../../json.ts";
import { keywords } from "../../model/keywords.ts";
import { referencesIn, resolveReference } from "../../model/references.ts";
import { subschemas } from "../../model/subschemas.ts";
import type { Schema } from "./inclusion.ts";
import { inDraft7, unreadKeyword } from "./inDraft7.ts";

/** One of two schemas that are compared, with all that it refers to; in draft-07 whatever words it was written in. */
export interface Side {
  readonly name: "sender" | "reader";
  readonly document: JsonObject;
  readonly root: Json;
  /** By the text of the reference. */
  readonly definitions: ReadonlyMap<string, Json>;
  /** Why nothing can be said of it, where that is so. */
  readonly problem: string | undefined;
}

/** Reads a side: at most `size` schemas. */
export function readSide(name: Side["name"], { document, schema }: Schema, size: number): Side {
  const root = inDraft7(schema);
  const definitions = new Map<string, Json>();
  const open = [root];
  let left = size;
  let problem: string | undefined;
  for (let next = open.pop(); next !== undefined && problem === undefined; next = open.pop()) {
    left -= countSchemas(next, left);
    problem = left < 0 ? `the ${name}'s schema is too large` : findProblem(document, next);
    for (const reference of problem === undefined ? referencesIn(next) : []) {
      if (definitions.has(reference)) continue;
      const target = inDraft7(resolveReference(document, reference)?.value ?? true);
      definitions.set(reference, target);
      open.push(target);
    }
  }
  return { name, document, root, definitions, problem };
}

const MAX_DEPTH = 250;

/** Schemas inside one, itself included; more than the limit where they are, or where they are nested too deeply to go through. */
function countSchemas(schema: Json, limit: number): number {
  const open: [Json, number][] = [[schema, 0]];
  let count = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [here, depth] = next;
    if (++count > limit || depth > MAX_DEPTH) return limit + 1;
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

function findProblem(document: JsonObject, schema: Json): string | undefined {
  const unread = unreadKeyword(schema);
  if (unread !== undefined) return `the keyword ${JSON.stringify(unread)} is not compared`;
  for (const reference of referencesIn(schema)) {
    if (resolveReference(document, reference) === undefined) return `nothing stands at ${JSON.stringify(reference)}`;
  }
  return undefined;
}

/** The schema that a reference of a side names. */
export function targetOf(side: Side, reference: string): Json {
  return side.definitions.get(reference) ?? true;
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
