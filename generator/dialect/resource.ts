import { escapeStep } from "@wirepact/runtime";
import { getObject, getString, type Json } from "../json.ts";
import { decodeReference, valueAt } from "../reference.ts";
import { newerSchemasIn } from "./newerKeywords.ts";

/** A whole schema of 2020-12 in a document: what its references and its definitions are local to. */
export interface Resource {
  readonly root: Json;
  /** Where it was written. */
  readonly pointer: string;
  /** Names that its references may use, and what they stand for; undefined where several schemas have one name. */
  readonly anchors: ReadonlyMap<string, string | undefined>;
  /** Its local definitions by their pointers. */
  readonly definitions: ReadonlyMap<string, LocalDefinition>;
}

/** A schema under `$defs`. */
export interface LocalDefinition {
  readonly name: string;
  readonly schema: Json;
}

/** The keywords that hold definitions; the second was renamed, and is still met. */
export const DEFINITIONS = ["$defs", "definitions"] as const;

/** Reads what a schema names inside itself. */
export function resourceAt(root: Json, pointer: string): Resource {
  const anchors = new Map<string, string | undefined>();
  const definitions = new Map<string, LocalDefinition>();
  for (const [schema, place] of newerSchemasIn(root, pointer)) {
    const anchor = getString(schema, "$anchor");
    if (anchor !== undefined) anchors.set(anchor, anchors.has(anchor) ? undefined : place);
    for (const keyword of DEFINITIONS) {
      for (const [name, held] of Object.entries(getObject(schema, keyword)))
        definitions.set(`${place}/${keyword}/${escapeStep(name)}`, { name, schema: held });
    }
  }
  return { root, pointer, anchors, definitions };
}

/**
 * The pointer in the document that a reference of a schema names: into the schema by its keywords or its anchors, or else into
 * the document; undefined where it leads out of both.
 */
export function pointerFrom({ root, pointer, anchors }: Resource, reference: string): string | undefined {
  const fragment = decodeReference(reference);
  if (fragment === undefined) return undefined;
  if (fragment !== "" && !fragment.startsWith("/")) return anchors.get(fragment);
  return valueAt(root, fragment) === undefined ? fragment : pointer + fragment;
}
