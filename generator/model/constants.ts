import type { Constant } from "@wirepact/runtime";
import { get, getList, getObject, isList, isObject, type Json, type JsonObject } from "../json.ts";
import { requiredOf } from "./frame.ts";
import { follow } from "./references.ts";

/**
 * The strings, numbers and booleans that a schema admits at a place of its values: its constant, the values of its enum, or
 * those of all branches of a union. None where it admits anything else, or where one of several may be missing.
 */
export function constantsAt(document: JsonObject, schema: Json | undefined, steps: readonly string[]): readonly Constant[] {
  return new ConstantSearch(document).find(schema, steps, new Set());
}

/** The only constant that a schema admits at a place of its values, if there is one. */
export function constantAt(document: JsonObject, schema: Json | undefined, steps: readonly string[]): Constant | undefined {
  const found = constantsAt(document, schema, steps);
  return found.length === 1 ? found[0] : undefined;
}

/** Looks into each schema once for each place, since a contract may refer to one in endlessly many ways. */
class ConstantSearch {
  readonly #document: JsonObject;
  readonly #known = new Map<number, Map<Json, readonly Constant[]>>();

  constructor(document: JsonObject) {
    this.#document = document;
  }

  /** `required` are the properties that the schemas around this one demand of the same value. */
  find(schema: Json | undefined, steps: readonly string[], required: ReadonlySet<string>): readonly Constant[] {
    const target = schema === undefined ? undefined : follow(this.#document, schema, "")?.value;
    if (!isObject(target)) return [];
    const known = this.#known.get(steps.length) ?? new Map<Json, readonly Constant[]>();
    this.#known.set(steps.length, known);
    const found = known.get(target);
    if (found !== undefined) return found;
    known.set(target, []);
    const constants = this.#search(target, steps, new Set([...required, ...requiredOf(this.#document, target)]));
    known.set(target, constants);
    return constants;
  }

  #search(target: JsonObject, steps: readonly string[], required: ReadonlySet<string>): readonly Constant[] {
    const own = this.#own(target, steps, required);
    if (own.length > 0) return own;
    for (const branch of getList(target, "allOf")) {
      const taken = this.find(branch, steps, required);
      if (taken.length > 0) return taken;
    }
    for (const union of ["oneOf", "anyOf"]) {
      const branches = getList(target, union).map((branch) => this.find(branch, steps, required));
      if (branches.length > 0 && branches.every((branch) => branch.length > 0)) return [...new Set(branches.flat())];
    }
    return [];
  }

  #own(target: JsonObject, [step, ...rest]: readonly string[], required: ReadonlySet<string>): readonly Constant[] {
    if (step === undefined) return ownConstants(target);
    const inner = innerSchemas(target).get(step);
    const found = this.find(inner, rest, new Set());
    return found.length === 1 || required.has(step) ? found : [];
  }
}

/** The schemas of a value's properties, and of the items of a tuple, by the steps that lead there. */
export function innerSchemas(schema: JsonObject): ReadonlyMap<string, Json> {
  const items = schema["items"];
  const tuple = isList(items) ? items.map((item, index) => [String(index), item] as const) : [];
  return new Map([...Object.entries(getObject(schema, "properties")), ...tuple]);
}

/** The constants that a schema lists itself; none where it lists something that is no string, number or boolean. */
export function ownConstants(schema: JsonObject): readonly Constant[] {
  const listed = "const" in schema ? [get(schema, "const") ?? null] : getList(schema, "enum");
  const constants = listed.filter((value) => isConstant(value));
  return constants.length === listed.length ? constants : [];
}

function isConstant(value: Json): value is Constant {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
