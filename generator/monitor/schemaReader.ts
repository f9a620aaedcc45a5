import { type CompiledValidator, checkValue, type Encoding, type Issue, readValue } from "@wirepact/runtime";
import { type CompiledCode, compile } from "../emit/validators/compile.ts";
import { createAjv } from "../emit/validators/createAjv.ts";
import { Lowering } from "../emit/validators/lower.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import { BytesHolders } from "../model/bytesHolders.ts";
import { definitionName } from "../model/references.ts";
import { linkValidators } from "./linkValidators.ts";

/** What validators find wrong with a value. */
export interface SchemaReader {
  /** As one that came. */
  readonly read: (value: Json) => readonly Issue[];
  /** As one that is to be sent, too: what no schema describes is an issue. */
  readonly check: (value: Json) => readonly Issue[];
}

type Compiled = CompiledCode & { readonly identifier: string };

/** Compiles schemas of a document apart from any contract, with the very validators that a package would get; each definition once. */
export class SchemaReaders {
  readonly #document: JsonObject;
  readonly #encoding: Encoding;
  readonly #identifiers = new Map<string, string>();
  readonly #compiled = new Map<string, Compiled>();
  readonly #readers = new WeakMap<JsonObject, SchemaReader>();
  readonly #ajv = createAjv();

  constructor(document: JsonObject, encoding: Encoding = "json") {
    this.#document = document;
    this.#encoding = encoding;
  }

  /** The reader of a schema; with all schemas that it refers to, and those to which they do, by the texts of the references. */
  of(root: Json, definitions: ReadonlyMap<string, Json>): SchemaReader {
    const known = isObject(root) ? this.#readers.get(root) : undefined;
    if (known !== undefined) return known;
    const reader = this.#make(root, definitions);
    if (isObject(root)) this.#readers.set(root, reader);
    return reader;
  }

  #make(root: Json, definitions: ReadonlyMap<string, Json>): SchemaReader {
    const named = [...definitions].map(([reference, schema]) => ({ name: definitionName(reference) ?? reference, schema }));
    for (const { name } of named)
      if (!this.#identifiers.has(name)) this.#identifiers.set(name, `definition${this.#identifiers.size}`);
    const lowering = new Lowering(this.#document, this.#identifiers, new BytesHolders(named));
    const compiled = named.map(({ name, schema }) =>
      this.#compile(name, this.#identifiers.get(name) ?? name, lowering.lower(schema)),
    );
    return readerOf(
      linkValidators([...compiled, { identifier: "root", ...compile(lowering.lower(root), this.#ajv) }])("root"),
      this.#encoding,
    );
  }

  #compile(name: string, identifier: string, lowered: Json): Compiled {
    const known = this.#compiled.get(name) ?? { identifier, ...compile(lowered, this.#ajv) };
    this.#compiled.set(name, known);
    return known;
  }
}

function readerOf(validate: CompiledValidator, encoding: Encoding): SchemaReader {
  const isJson = encoding === "json";
  const read = (value: Json) => readValue(validate, value, isJson).issues;
  return {
    read,
    check: (value) => {
      const issues = read(value);
      return issues.length > 0 ? issues : checkValue(validate, isJson ? decode(validate, value) : value);
    },
  };
}

/** What ajv hands a validator of something that stands in something else. */
type Inner = (
  this: unknown,
  data: unknown,
  place: { instancePath: string; parentData: object; parentDataProperty: string },
) => boolean;

/** A valid value with bytes for base64. It is read as what stands in an object: a value that is bytes itself has to stand somewhere. */
function decode(validate: CompiledValidator, value: Json): unknown {
  // The code is ajv's, which takes the place as well.
  const inner = validate as Inner;
  function within(this: unknown, holder: unknown): boolean {
    return inner.call(this, value, { instancePath: "", parentData: Object(holder), parentDataProperty: "value" });
  }
  const read = readValue(within, { value }, true).value;
  return typeof read === "object" && read !== null && "value" in read ? read.value : value;
}
