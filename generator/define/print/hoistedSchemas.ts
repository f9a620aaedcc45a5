import { compact, type Json, type JsonObject } from "../../json.ts";
import { DefinitionError } from "../definitionError.ts";
import { componentKey } from "./componentKey.ts";

/** Turns TypeBox schemas into plain JSON, moving named ones to `components.schemas` and leaving references. */
export class HoistedSchemas {
  readonly #schemas = new Map<string, JsonObject>();
  readonly #building = new Set<unknown>();

  /** The schema as it stands in the document. */
  toJson(schema: object): Json {
    return this.#convert(schema);
  }

  /** The named schemas found so far, by name. */
  print(): JsonObject | undefined {
    return this.#schemas.size === 0 ? undefined : Object.fromEntries(this.#schemas);
  }

  #convert(value: unknown): Json {
    if (Array.isArray(value)) return value.map((item) => this.#convert(item));
    if (typeof value !== "object" || value === null) return this.#scalar(value);
    if (this.#building.has(value)) throw cyclic();
    this.#building.add(value);
    const printed = this.#object(value);
    this.#building.delete(value);
    return printed;
  }

  #object(value: object): Json {
    const { $id, $defs, ...rest } = value as { $id?: unknown; $defs?: Record<string, object> };
    for (const [name, definition] of Object.entries($defs ?? {})) this.#hoist(name, definition);
    if (typeof $id === "string") return this.#hoist($id, rest);
    const entries = Object.entries(rest).map(
      ([key, item]) => [key, key === "$ref" ? reference(item) : this.#convert(item)] as const,
    );
    return compact(Object.fromEntries(entries));
  }

  #hoist(given: string, schema: object): Json {
    const name = componentKey(given);
    const { $id: _id, ...rest } = schema as { $id?: unknown };
    // Reserving the place first keeps the order of first mention, and ends recursion.
    const known = this.#schemas.get(name);
    if (known === undefined) this.#schemas.set(name, {});
    const printed = this.#convert(rest) as JsonObject;
    if (known !== undefined && Object.keys(known).length > 0 && JSON.stringify(known) !== JSON.stringify(printed)) {
      throw new DefinitionError(
        "duplicate-schema",
        name,
        `two different schemas are named ${name}; give one of them another name`,
      );
    }
    this.#schemas.set(name, printed);
    return reference(name);
  }

  #scalar(value: unknown): Json {
    if (value === null || typeof value === "string" || typeof value === "boolean") return value;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    throw new DefinitionError("not-json", String(value), `a schema holds ${describe(value)}, which JSON cannot carry; remove it`);
  }
}

function reference(name: unknown): JsonObject {
  const text = String(name);
  return { $ref: text.startsWith("#") ? text : `#/components/schemas/${componentKey(text)}` };
}

function describe(value: unknown): string {
  return typeof value === "number" ? String(value) : `a ${typeof value}`;
}

function cyclic(): DefinitionError {
  return new DefinitionError(
    "cyclic-schema",
    "schema",
    "a schema object contains itself; name it, and refer to it with Type.Ref inside Type.Cyclic",
  );
}
