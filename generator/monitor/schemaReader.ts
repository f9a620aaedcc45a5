import { type CompiledValidator, checkValue, type Issue, readValue } from "@wirepact/runtime";
import { type CompiledCode, compile } from "../emit/validators/compile.ts";
import { Lowering } from "../emit/validators/lower.ts";
import type { Json, JsonObject } from "../json.ts";
import { BytesHolders } from "../model/bytesHolders.ts";
import { definitionName } from "../model/references.ts";
import { linkValidators } from "./linkValidators.ts";

/** What validators find wrong with a value. */
export interface SchemaReader {
  /** As one that came as JSON. */
  readonly read: (value: Json) => readonly Issue[];
  /** As one that is to be sent, too: what no schema describes is an issue. */
  readonly check: (value: Json) => readonly Issue[];
}

type Compiled = CompiledCode & { readonly identifier: string };

/** Compiles schemas of a document apart from any contract, with the very validators that a package would get; each definition once. */
export class SchemaReaders {
  readonly #document: JsonObject;
  readonly #identifiers = new Map<string, string>();
  readonly #compiled = new Map<string, Compiled>();

  constructor(document: JsonObject) {
    this.#document = document;
  }

  /** The reader of a schema; with all schemas that it refers to, and those to which they do, by the texts of the references. */
  of(root: Json, definitions: ReadonlyMap<string, Json>): SchemaReader {
    const named = [...definitions].map(([reference, schema]) => ({ name: definitionName(reference) ?? reference, schema }));
    for (const { name } of named)
      if (!this.#identifiers.has(name)) this.#identifiers.set(name, `definition${this.#identifiers.size}`);
    const lowering = new Lowering(this.#document, this.#identifiers, new BytesHolders(named));
    const compiled = named.map(({ name, schema }) =>
      this.#compile(name, this.#identifiers.get(name) ?? name, lowering.lower(schema)),
    );
    return readerOf(linkValidators([...compiled, { identifier: "root", ...compile(lowering.lower(root)) }])("root"));
  }

  #compile(name: string, identifier: string, lowered: Json): Compiled {
    const known = this.#compiled.get(name) ?? { identifier, ...compile(lowered) };
    this.#compiled.set(name, known);
    return known;
  }
}

function readerOf(validate: CompiledValidator): SchemaReader {
  const read = (value: Json) => readValue(validate, value, true);
  return {
    read: (value) => read(value).issues,
    check: (value) => {
      const { value: decoded, issues } = read(value);
      return issues.length > 0 ? issues : checkValue(validate, decoded);
    },
  };
}
