import { get, getList, getObject, getStrings, isList, isObject, type Json, type JsonObject } from "../json.ts";
import { follow } from "../reference.ts";

/** What of a schema can be seen from outside: enough to tell the branches of most unions apart. */
interface Outline {
  readonly types: readonly Json[];
  readonly values: ReadonlySet<string> | null;
  readonly required: readonly string[];
  /** Properties whose values are listed. */
  readonly listed: readonly (readonly [name: string, values: ReadonlySet<string>])[];
}

/** Looks at schemas from outside, at each once: a sample may be a list of many values, each of one of many branches. */
export class Outlines {
  readonly document: JsonObject;
  readonly #known = new Map<Json, Outline | boolean>();

  constructor(document: JsonObject) {
    this.document = document;
  }

  /** Whether a value may satisfy a schema, as far as its outside shows. */
  mayBe(schema: Json, value: Json): boolean {
    const outline = this.#outlineOf(schema);
    if (typeof outline === "boolean") return outline;
    if (!isOfType(outline.types, value) || (outline.values !== null && !outline.values.has(JSON.stringify(value)))) return false;
    if (!isObject(value)) return true;
    if (!outline.required.every((name) => Object.hasOwn(value, name))) return false;
    return outline.listed.every(([name, values]) => {
      const held = get(value, name);
      return held === undefined || values.has(JSON.stringify(held));
    });
  }

  #outlineOf(schema: Json): Outline | boolean {
    const known = this.#known.get(schema);
    if (known !== undefined) return known;
    const outline = this.#read(schema);
    this.#known.set(schema, outline);
    return outline;
  }

  #read(schema: Json): Outline | boolean {
    const target = follow(this.document, schema, "")?.value;
    if (!isObject(target)) return target !== false;
    const type = get(target, "type");
    const listed = Object.entries(getObject(target, "properties")).flatMap(([name, inner]) => {
      const values = valuesOf(follow(this.document, inner, "")?.value);
      return values === null ? [] : [[name, values] as const];
    });
    const types = type === undefined ? [] : isList(type) ? type : [type];
    return { types, values: valuesOf(target), required: getStrings(target, "required"), listed };
  }
}

/** The values that a schema lists, as JSON. */
function valuesOf(schema: Json | undefined): ReadonlySet<string> | null {
  const constant = get(schema, "const");
  const listed = constant === undefined ? getList(schema, "enum") : [constant];
  return listed.length === 0 ? null : new Set(listed.map((one) => JSON.stringify(one)));
}

function isOfType(types: readonly Json[], value: Json): boolean {
  if (types.length === 0) return true;
  if (value === null) return types.includes("null");
  if (isList(value)) return types.includes("array");
  return types.includes(typeof value) || (typeof value === "number" && types.includes("integer"));
}
