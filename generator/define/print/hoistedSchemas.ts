import { escapeStep, pointerOf } from "@wirepact/runtime";
import { compact, type Json, type JsonObject } from "../../json.ts";
import { DefinitionError } from "../definitionError.ts";
import { componentKey } from "./componentKey.ts";
import { cyclicValue, plainJson, plainScalar } from "./plainJson.ts";
import { refuseUncarried } from "./uncarried.ts";

/** Turns TypeBox schemas into plain JSON, moving named ones to `components.schemas` and leaving references. */
export class HoistedSchemas {
  readonly #schemas = new Map<string, JsonObject>();
  readonly #building = new Set<unknown>();

  /** The schema as it stands in the document, at this JSON Pointer. */
  toJson(schema: object, pointer: string): Json {
    return this.#convert(schema, pointer);
  }

  /** The named schemas found so far, by name. */
  print(): JsonObject | undefined {
    return this.#schemas.size === 0 ? undefined : Object.fromEntries(this.#schemas);
  }

  #convert(value: unknown, pointer: string): Json {
    if (typeof value !== "object" || value === null) return plainScalar(value, pointer);
    if (this.#building.has(value)) throw cyclicValue(pointer);
    this.#building.add(value);
    const printed = Array.isArray(value)
      ? value.map((item, index) => this.#convert(item, `${pointer}/${index}`))
      : this.#object(value, pointer);
    this.#building.delete(value);
    return printed;
  }

  #object(value: object, pointer: string): Json {
    refuseUncarried(value, pointer);
    const { $id, $defs, ...rest } = value as { $id?: unknown; $defs?: Record<string, object> };
    for (const [name, definition] of Object.entries($defs ?? {})) this.#hoist(name, definition);
    if (typeof $id === "string") return this.#hoist($id, rest);
    const entries = Object.entries(withoutPattern(rest)).filter(([, item]) => item !== undefined);
    return compact(
      Object.fromEntries(entries.map(([key, item]) => [key, this.#held(key, item, `${pointer}/${escapeStep(key)}`)])),
    );
  }

  #held(key: string, item: unknown, pointer: string): Json {
    if (key === "default" || key === "const" || key === "enum" || key === "examples") return plainJson(item, pointer);
    if (key === "properties" || key === "patternProperties") return this.#map(item, pointer);
    return key === "$ref" ? referenceTo(item) : this.#convert(item, pointer);
  }

  /** Schemas by names that the author chose: no name has a meaning of its own. */
  #map(held: unknown, pointer: string): Json {
    if (typeof held !== "object" || held === null) return this.#convert(held, pointer);
    const entries = Object.entries(held).map(
      ([name, item]) => [name, this.#convert(item, `${pointer}/${escapeStep(name)}`)] as const,
    );
    return Object.fromEntries(entries);
  }

  #hoist(given: string, schema: object): Json {
    const name = componentKey(given);
    const { $id: _id, ...rest } = schema as { $id?: unknown };
    const pointer = pointerOf(["components", "schemas", name]);
    refuseUncarried(schema, pointer);
    // Reserving the place first keeps the order of first mention, and ends recursion.
    const known = this.#schemas.get(name);
    if (known === undefined) this.#schemas.set(name, {});
    const printed = this.#convert(rest, pointer) as JsonObject;
    if (known !== undefined && Object.keys(known).length > 0 && JSON.stringify(known) !== JSON.stringify(printed)) {
      const text = `two different schemas are named ${given}; give one of them another name`;
      throw new DefinitionError("duplicate-schema", { word: given }, text);
    }
    this.#schemas.set(name, printed);
    return reference(name);
  }
}

/** TypeBox writes a record of every name as a pattern, whose point takes no line break: a name with one would hold anything. */
const EVERY_NAME = "^.*$";

/** A record of every name as what it means. */
function withoutPattern(schema: object): object {
  const {
    patternProperties = {},
    additionalProperties = false,
    properties,
  } = schema as {
    patternProperties?: object;
    additionalProperties?: unknown;
    properties?: object;
  };
  const [[pattern, value] = [], ...others] = Object.entries(patternProperties);
  if (pattern !== EVERY_NAME || others.length > 0 || additionalProperties !== false || properties !== undefined) return schema;
  const entries = Object.entries(schema).filter(([key]) => key !== "additionalProperties");
  return Object.fromEntries(
    entries.map(([key, held]) => (key === "patternProperties" ? ["additionalProperties", value] : [key, held])),
  );
}

function reference(name: string): JsonObject {
  return { $ref: referenceTo(name) };
}

/** TypeBox refers by name; a document, by pointer. */
function referenceTo(name: unknown): string {
  const text = String(name);
  return text.startsWith("#") ? text : `#/components/schemas/${componentKey(text)}`;
}
