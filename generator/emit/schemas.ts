import { ISO_DATE_TIME_PATTERN } from "@wirepact/runtime";
import { get, getList, isList, isObject, type Json, type JsonObject } from "../json.ts";
import type { Contract, Definition } from "../model/contract.ts";
import { reachableDefinitions } from "../model/definitions.ts";
import { definitionName } from "../model/references.ts";
import type { EmittedFile } from "./file.ts";

/** Emits `schemas/*.json`: one self-contained JSON Schema (draft-07) for each message's frame and each named schema. */
export function emitSchemas(contract: Contract): EmittedFile[] {
  const identifiers = new Map(contract.definitions.map(({ name, identifier }) => [name, identifier]));
  const print = (identifier: string, description: string, schema: Json) => ({
    path: `schemas/${identifier}.json`,
    text: `${JSON.stringify(standalone(contract, identifiers, identifier, description, schema), null, 2)}\n`,
  });
  const messages = contract.messages.map(({ identifier, description, details, frame }) =>
    print(identifier, [description, details].filter((text) => text !== "").join("\n\n"), frame),
  );
  const definitions = contract.definitions.map(({ identifier, description, schema }: Definition) =>
    print(identifier, description, schema),
  );
  return [...messages, ...definitions];
}

function standalone(
  contract: Contract,
  identifiers: ReadonlyMap<string, string>,
  title: string,
  description: string,
  schema: Json,
): JsonObject {
  const used = reachableDefinitions(contract.document, [schema]);
  const definitions = used.map(({ name, schema: inner }) => [identifiers.get(name) ?? name, plain(inner, identifiers)] as const);
  const printed = plain(schema, identifiers);
  const body = isObject(printed) ? printed : { allOf: [printed] };
  const head = { $schema: "http://json-schema.org/draft-07/schema#", title, ...(description === "" ? {} : { description }) };
  // Beside a $ref draft-07 ignores everything else, definitions too.
  const whole = "$ref" in body ? { ...head, allOf: [body] } : { ...head, ...body };
  return definitions.length === 0 ? whole : { ...whole, definitions: Object.fromEntries(definitions) };
}

/** The schema in words that every draft-07 validator knows, references within the file. */
function plain(schema: Json, identifiers: ReadonlyMap<string, string>): Json {
  if (isList(schema)) return schema.map((item) => plain(item, identifiers));
  if (!isObject(schema)) return schema;
  const entries = Object.entries(schema).filter(([key]) => key !== "discriminator" && !key.startsWith("x-"));
  return plainFormat(Object.fromEntries(entries.map(([key, held]) => [key, plainKeyword(key, held, identifiers)])));
}

/** A format of our own as a pattern, which every validator knows. */
function plainFormat(schema: JsonObject): JsonObject {
  if (schema["format"] !== "iso-date-time") return schema;
  const { format: _, ...rest } = schema;
  if (!("pattern" in rest)) return { ...rest, pattern: ISO_DATE_TIME_PATTERN };
  return { ...rest, allOf: [...getList(rest, "allOf"), { pattern: ISO_DATE_TIME_PATTERN }] };
}

function plainKeyword(key: string, held: Json, identifiers: ReadonlyMap<string, string>): Json {
  if (key === "const" || key === "enum" || key === "default" || key === "examples") return held;
  if (key === "$ref" && typeof held === "string") return `#/definitions/${identifiers.get(definitionName(held) ?? "") ?? ""}`;
  if (key !== "properties" && key !== "patternProperties") return plain(held, identifiers);
  const names = isObject(held) ? Object.keys(held) : [];
  return Object.fromEntries(names.map((name) => [name, plain(get(held, name) ?? true, identifiers)]));
}
