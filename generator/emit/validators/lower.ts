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
import { type BytesHolders, isBytes } from "../../model/bytesHolders.ts";
import { keywords } from "../../model/keywords.ts";
import { openEnumOf } from "../../model/openEnum.ts";
import { definitionName, follow } from "../../model/references.ts";
import { schemasIn } from "../../model/subschemas.ts";
import { detectSwitch } from "../../model/unionSwitch.ts";

/** Prepares schemas of a document for ajv: our own keywords for references, binary data and discriminated unions, nothing that only people read. */
export class Lowering {
  readonly #document: JsonObject;
  readonly #identifiers: ReadonlyMap<string, string>;
  readonly #bytes: BytesHolders;

  /** `identifiers` gives each named schema the name of its validator. */
  constructor(document: JsonObject, identifiers: ReadonlyMap<string, string>, bytes: BytesHolders) {
    this.#document = document;
    this.#identifiers = identifiers;
    this.#bytes = bytes;
  }

  /** The schema that ajv compiles. */
  lower(schema: Json): Json {
    if (!isObject(schema)) return schema;
    const reference = getString(schema, "$ref");
    if (reference !== undefined) return this.#reference(reference);
    if (isBytes(schema)) return this.#binary(schema);
    const kept = Object.entries(schema).filter(([name]) => isEnforced(name));
    const lowered = kept.flatMap(([name, held]) => this.#keyword(name, held, schema));
    return merge([...lowered, ...knownIn(schema)]);
  }

  #reference(reference: string): Json {
    const identifier = this.#identifiers.get(definitionName(reference) ?? "");
    if (identifier === undefined) throw new TypeError(`a reference was not checked: ${reference}`);
    return { reference: identifier };
  }

  /** Binary data, or what else its types admit. */
  #binary({ contentEncoding: _, ...schema }: JsonObject): Json {
    const others = getStrings(schema, "type").filter((type) => type !== "string");
    return others.length === 0 ? { bytes: true } : { anyOf: [{ bytes: true }, this.lower({ ...schema, type: others })] };
  }

  /** A schema that may turn out not to hold, without harm to the value around it. */
  #attempt(schema: Json): Json {
    return this.#bytes.holds(schema) || describesObjects(schema) ? { attempt: this.lower(schema) } : this.lower(schema);
  }

  #keyword(name: string, held: Json, schema: JsonObject): JsonObject[] {
    switch (name) {
      case "type":
        return [typeOf(isList(held) ? held : [held])];
      case "properties":
        return [this.#properties(schema)];
      case "patternProperties":
        return [{ patternProperties: this.#patterns(schema) }];
      case "anyOf":
      case "oneOf":
        // Known values, or any string: to a validator that is any string.
        if (name === "anyOf" && openEnumOf(schema) !== undefined) return [typeOf(["string"])];
        return this.#union(name, getList(schema, name), getString(schema, "discriminator"));
      default:
        return [{ [name]: this.#held(name, held) }];
    }
  }

  #held(name: string, held: Json): Json {
    const holds = keywords.get(name)?.holds ?? "value";
    if (holds === "value") return held;
    if (name === "not" || name === "if" || name === "contains") return this.#attempt(held);
    if (isList(held)) return held.map((item) => this.lower(item));
    if (holds !== "schemaMap" || !isObject(held)) return this.lower(held);
    return compact(Object.fromEntries(Object.entries(held).map(([key, item]) => [key, this.lower(item)])));
  }

  #properties(schema: JsonObject): JsonObject {
    const properties = getObject(schema, "properties");
    const ordinary = Object.entries(properties).filter(([name]) => name !== "__proto__");
    const lowered = Object.fromEntries(ordinary.map(([name, held]) => [name, this.lower(held)] as const));
    const hasPatterns = Object.hasOwn(schema, "patternProperties") || !Object.hasOwn(properties, "__proto__");
    return { properties: lowered, ...(hasPatterns ? {} : { patternProperties: this.#patterns(schema) }) };
  }

  /** ajv passes over a property named `__proto__`; as a pattern it is checked like any other. */
  #patterns(schema: JsonObject): JsonObject {
    const patterns = Object.entries(getObject(schema, "patternProperties")).map(
      ([pattern, held]) => [pattern, this.lower(held)] as const,
    );
    const proto = get(getObject(schema, "properties"), "__proto__");
    const all = Object.fromEntries(patterns);
    return proto === undefined ? all : { ...all, "^__proto__$": this.lower(proto) };
  }

  #union(name: string, branches: readonly Json[], discriminator: string | undefined): JsonObject[] {
    const targets = branches.map((branch) => follow(this.#document, branch, "")?.value ?? true);
    const found = detectSwitch(this.#document, targets, discriminator);
    if (found !== undefined) {
      // Every branch is an object schema; ajv asks the keyword about objects only.
      return [typeOf(["object"]), { switchOn: found, switch: branches.map((branch) => this.lower(branch)) }];
    }
    const lowered = branches.map((branch) => this.#attempt(branch));
    const constants = distinctConstants(lowered);
    if (constants !== undefined) return [{ enum: constants }];
    // Of several types that overlap, oneOf admits what is of exactly one: only anyOf is a plain union.
    if (name === "oneOf") return [{ oneOf: lowered }];
    const types = lowered.map((branch) =>
      isObject(branch) && Object.keys(branch).every((key) => key === "type" || key === "plain")
        ? getString(branch, "type")
        : undefined,
    );
    if (types.every((type) => type !== undefined)) return [typeOf([...new Set(types)])];
    return [{ [name]: lowered }];
  }
}

/** To ajv bytes and dates are objects, unless it is told otherwise. */
function typeOf(types: readonly Json[]): JsonObject {
  const [first = "null", ...others] = types;
  return { type: others.length === 0 ? first : types, ...(types.includes("object") ? { plain: true } : {}) };
}

/** Whether a schema, or one inside it, may say which properties an object has. */
function describesObjects(schema: Json): boolean {
  for (const inner of schemasIn(schema)) if (get(inner, "$ref") !== undefined || knownIn(inner).length > 0) return true;
  return false;
}

/** The properties that a schema describes by itself: all, where it says in so many words what others are. */
function knownIn(schema: Json): JsonObject[] {
  const others = get(schema, "additionalProperties");
  if (others !== undefined && others !== false) return [{ known: true }];
  const names = get(schema, "properties");
  if (names === undefined && get(schema, "patternProperties") === undefined) return [];
  return [{ known: Object.keys(getObject(schema, "properties")) }];
}

function isEnforced(name: string): boolean {
  const keyword = keywords.get(name);
  return keyword !== undefined && keyword.annotation !== true && name !== "discriminator";
}

/** The values of a union that is nothing but different constants. */
function distinctConstants(branches: readonly Json[]): readonly Json[] | undefined {
  const values = branches.map((branch) =>
    isObject(branch) && Object.keys(branch).every((key) => key === "const" || key === "type") ? branch["const"] : undefined,
  );
  const scalars = values.filter((value) => typeof value === "string" || typeof value === "number" || typeof value === "boolean");
  const fit = branches.every(
    (branch, index) => get(branch, "type") === undefined || get(branch, "type") === typeof values[index],
  );
  return scalars.length === branches.length && new Set(scalars).size === scalars.length && fit ? scalars : undefined;
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
