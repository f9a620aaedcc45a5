import { isObject } from "../json.ts";
import type { Contract } from "../model/contract.ts";
import { put } from "./edit.ts";
import { loosenBound, openPattern, tightenBound } from "./kinds/bounds.ts";
import { addEnumValue, changeConst, dropEnumValue } from "./kinds/closedSets.ts";
import { addRequired, dropProperty, dropRequired, swapFields } from "./kinds/fields.ts";
import { changeTuple, closeObject, openObject } from "./kinds/objects.ts";
import { narrowType, nullIn, nullOut, widenAnything, widenType } from "./kinds/types.ts";
import { dropBranch, dropRule } from "./kinds/unions.ts";
import type { Change } from "./mutant.ts";
import { rulesText, type SchemaKind } from "./schemaChange.ts";
import { type SchemaPlace, schemaPlaces } from "./schemaPlaces.ts";

/** Every way to change one schema. */
const KINDS = {
  "drop-required": dropRequired,
  "add-required": addRequired,
  "widen-type": widenType,
  "widen-anything": widenAnything,
  "narrow-type": narrowType,
  "null-in": nullIn,
  "null-out": nullOut,
  "drop-enum-value": dropEnumValue,
  "add-enum-value": addEnumValue,
  "change-const": changeConst,
  "loosen-bound": loosenBound,
  "tighten-bound": tightenBound,
  "open-pattern": openPattern,
  "swap-fields": swapFields,
  "drop-property": dropProperty,
  "drop-branch": dropBranch,
  "drop-rule": dropRule,
  "close-object": closeObject,
  "open-object": openObject,
  "change-tuple": changeTuple,
} as const satisfies Readonly<Record<string, SchemaKind>>;

/** Name of a kind of mutation of schemas. */
export type SchemaKindName = keyof typeof KINDS;

/** The schema kinds as kinds of a whole document. */
export const schemaKinds: readonly (readonly [SchemaKindName, (contract: Contract) => Iterable<Change>])[] = (
  Object.keys(KINDS) as SchemaKindName[]
) // Object.keys forgets the names of a literal.
  .map((name) => [name, (contract) => changesOf(KINDS[name], contract)]);

function* changesOf(kind: SchemaKind, contract: Contract): Generator<Change> {
  for (const place of schemaPlaces(contract)) yield* changesAt(kind, place, contract);
}

function* changesAt(kind: SchemaKind, place: SchemaPlace, { document }: Contract): Generator<Change> {
  const schema = place.schema === true ? {} : place.schema;
  if (!isObject(schema)) return;
  for (const { at, what, text, schema: changed } of kind(schema, place)) {
    if (rulesText(changed) === rulesText(schema)) continue;
    yield {
      pointer: `${place.pointer}${at}`,
      ...(what === undefined ? {} : { what }),
      text: `${place.name} ${text}`,
      document: put(document, place.pointer, changed),
    };
  }
}
