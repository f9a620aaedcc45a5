import {
  compact,
  get,
  getList,
  getObject,
  getString,
  getStrings,
  isList,
  isObject,
  type Json,
  type JsonObject,
} from "../../json.ts";
import { keywords } from "../../model/keywords.ts";
import { definitionName, follow, resolveReference } from "../../model/references.ts";
import { detectSwitch } from "./detectSwitch.ts";

/** Prepares schemas of a document for ajv: our own keywords for references, binary data and discriminated unions, nothing that only people read. */
export class Lowering {
  readonly #document: JsonObject;
  readonly #identifiers: ReadonlyMap<string, string>;

  /** `identifiers` gives each named schema the name of its validator. */
  constructor(document: JsonObject, identifiers: ReadonlyMap<string, string>) {
    this.#document = document;
    this.#identifiers = identifiers;
  }

  /** The schema that ajv compiles. */
  lower(schema: Json): Json {
    if (!isObject(schema)) return schema;
    const reference = getString(schema, "$ref");
    if (reference !== undefined) return this.#reference(reference);
    if (schema["contentEncoding"] === "base64") return { bytes: true };
    const kept = Object.entries(schema).filter(([name]) => isEnforced(name));
    const lowered = kept.flatMap(([name, held]) => this.#keyword(name, held, schema));
    return merge(lowered);
  }

  #reference(reference: string): Json {
    const identifier = this.#identifiers.get(definitionName(reference) ?? "");
    if (identifier !== undefined) return { reference: identifier };
    return this.lower(resolveReference(this.#document, reference)?.value ?? true);
  }

  #keyword(name: string, held: Json, schema: JsonObject): JsonObject[] {
    switch (name) {
      case "properties":
        return [this.#properties(getObject(schema, name))];
      case "anyOf":
      case "oneOf":
        return this.#union(name, getList(schema, name), getString(schema, "discriminator"));
      case "contains":
        return [{ not: { items: { not: this.lower(held) } } }];
      default:
        return [{ [name]: this.#held(name, held) }];
    }
  }

  #held(name: string, held: Json): Json {
    const holds = keywords.get(name)?.holds ?? "value";
    if (holds === "value") return held;
    if (isList(held)) return held.map((item) => this.lower(item));
    if (holds !== "schemaMap" || !isObject(held)) return this.lower(held);
    return compact(Object.fromEntries(Object.entries(held).map(([key, item]) => [key, this.lower(item)])));
  }

  /** ajv passes over a property named `__proto__`; as a pattern it is checked like any other. */
  #properties(properties: JsonObject): JsonObject {
    const entries = Object.entries(properties).map(([name, held]) => [name, this.lower(held)] as const);
    const ordinary = entries.filter(([name]) => name !== "__proto__");
    const proto = entries.find(([name]) => name === "__proto__");
    const pattern = proto === undefined ? {} : { patternProperties: { "^__proto__$": proto[1] } };
    return { properties: Object.fromEntries(ordinary), ...pattern };
  }

  #union(name: string, branches: readonly Json[], discriminator: string | undefined): JsonObject[] {
    const targets = branches.map((branch) => follow(this.#document, branch, "")?.value ?? true);
    const found = detectSwitch(this.#document, targets, discriminator);
    if (found !== undefined) {
      // Every branch is an object schema; ajv asks the keyword about objects only.
      return [{ type: "object" }, { switchOn: found, switch: branches.map((branch) => this.lower(branch)) }];
    }
    const lowered = branches.map((branch) => this.lower(branch));
    const types = lowered.map((branch) =>
      isObject(branch) && Object.keys(branch).length === 1 ? getString(branch, "type") : undefined,
    );
    if (types.every((type) => type !== undefined)) return [{ type: [...new Set(types)] }];
    return isOpenEnum(lowered) ? [{ type: "string" }] : [{ [name]: lowered }];
  }
}

function isEnforced(name: string): boolean {
  const keyword = keywords.get(name);
  return keyword !== undefined && keyword.annotation !== true && name !== "discriminator";
}

/** Known values, or any string: to a validator that is any string. */
function isOpenEnum(branches: readonly Json[]): boolean {
  const [known, any] = branches;
  const plain = branches.length === 2 && isObject(any) && Object.keys(any).length === 1 && getString(any, "type") === "string";
  return plain && get(known, "type") === "string" && getStrings(known, "enum").length > 0;
}

/** Two parts that set the same keyword must both hold. */
function merge(parts: readonly JsonObject[]): JsonObject {
  let merged: JsonObject = {};
  const also: JsonObject[] = [];
  for (const part of parts) {
    if (Object.entries(part).some(([key, held]) => Object.hasOwn(merged, key) && merged[key] !== held)) also.push(part);
    else merged = { ...merged, ...part };
  }
  if (also.length === 0) return merged;
  return { ...merged, allOf: [...getList(merged, "allOf"), ...also] };
}
