import { checkValue, type Issue, readValue } from "@wirepact/runtime";
import { compile } from "../emit/validators/compile.ts";
import { Lowering } from "../emit/validators/lower.ts";
import type { Json, JsonObject } from "../json.ts";
import { BytesHolders } from "../model/bytesHolders.ts";
import { definitionName } from "../model/references.ts";
import { linkValidators } from "./linkValidators.ts";

/** A schema apart from any contract, with the schemas that it refers to, by the text of the reference. */
export interface LooseSchema {
  readonly document: JsonObject;
  readonly root: Json;
  readonly definitions: ReadonlyMap<string, Json>;
}

/** What validators find wrong with a value. */
export interface SchemaReader {
  /** As one that came as JSON. */
  readonly read: (value: Json) => readonly Issue[];
  /** As one that is to be sent, too: what no schema describes is an issue. */
  readonly check: (value: Json) => readonly Issue[];
}

/** Compiles one schema, with the very validators that a package would get. */
export function createSchemaReader({ document, root, definitions }: LooseSchema): SchemaReader {
  const named = [...definitions].map(([reference, schema], index) => {
    return { name: definitionName(reference) ?? reference, identifier: `definition${index}`, schema };
  });
  const identifiers = new Map(named.map(({ name, identifier }) => [name, identifier]));
  const lowering = new Lowering(document, identifiers, new BytesHolders(named));
  const all = [...named, { identifier: "root", schema: root }];
  const validate = linkValidators(all.map(({ identifier, schema }) => ({ identifier, ...compile(lowering.lower(schema)) })))(
    "root",
  );
  const read = (value: Json) => readValue(validate, value, true);
  return {
    read: (value) => read(value).issues,
    check: (value) => {
      const { value: decoded, issues } = read(value);
      return issues.length > 0 ? issues : checkValue(validate, decoded);
    },
  };
}
