import { formats } from "@wirepact/runtime";
import { areUnique, codePointLength, equal, isMultiple } from "@wirepact/runtime/codegen-v1";
import { get, getList, getObject, getString, getStrings, isList, isObject, type Json, type JsonObject } from "../../json.ts";
import type { Meter } from "./budget.ts";
import { isBytes } from "./bytesValue.ts";
import type { Encoding } from "./inclusion.ts";
import type { Literal } from "./literal.ts";
import type { Patterns } from "./patterns.ts";
import { type Side, targetOf } from "./side.ts";

/**
 * Whether values keep schemas, as validators judge it; asked often, and of schemas that nobody would compile for one question.
 * Each question counts as a step, and no branch is spared: what a judge can go through, validators can too.
 */
export class Judge {
  readonly #meter: Meter;
  readonly #patterns: Patterns;
  readonly #encoding: Encoding;

  constructor(meter: Meter, patterns: Patterns, encoding: Encoding) {
    this.#meter = meter;
    this.#encoding = encoding;
    this.#patterns = patterns;
  }

  /** Whether a value is as a literal says. */
  keeps({ holds, schema, side }: Literal, value: Json): boolean {
    return this.#admits(schema, side, value) === holds;
  }

  #admits(schema: Json, side: Side, value: Json): boolean {
    this.#meter.spend();
    if (!isObject(schema)) return schema !== false;
    const reference = getString(schema, "$ref");
    if (reference !== undefined) return this.#admits(targetOf(side, reference), side, value);
    const inner = (held: Json, item: Json) => this.#admits(held, side, item);
    return [isListed(schema, value), this.#combined(schema, value, inner), this.#typed(schema, value, inner)].every(Boolean);
  }

  #combined(schema: JsonObject, value: Json, admits: Admits): boolean {
    const held = (name: string) => getList(schema, name).filter((branch) => admits(branch, value)).length;
    const { not, if: condition } = schema;
    return [
      held("allOf") === getList(schema, "allOf").length,
      schema["anyOf"] === undefined || held("anyOf") > 0,
      schema["oneOf"] === undefined || held("oneOf") === 1,
      not === undefined || !admits(not, value),
      condition === undefined || admits(schema[admits(condition, value) ? "then" : "else"] ?? true, value),
    ].every(Boolean);
  }

  #typed(schema: JsonObject, value: Json, admits: Admits): boolean {
    if (isBytes(value)) return true;
    if (typeof value === "string") return this.#text(schema, value);
    if (typeof value === "number") return numberKeeps(schema, value);
    if (isList(value)) return listKeeps(schema, value, admits);
    return isObject(value) ? this.#object(schema, value, admits) : schema["contentEncoding"] === undefined;
  }

  #text(schema: JsonObject, text: string): boolean {
    const length = codePointLength(text);
    if (length < limit(schema, "minLength", 0) || length > limit(schema, "maxLength", Infinity)) return false;
    const pattern = getString(schema, "pattern");
    if (pattern !== undefined && !this.#patterns.matches(pattern, text)) return false;
    return hasFormat(schema, text) && (schema["contentEncoding"] === undefined || (this.#encoding === "json" && isBase64(text)));
  }

  #object(schema: JsonObject, value: JsonObject, admits: Admits): boolean {
    const names = Object.keys(value);
    this.#meter.spend(names.length);
    return [
      schema["contentEncoding"] === undefined,
      names.length >= limit(schema, "minProperties", 0) && names.length <= limit(schema, "maxProperties", Infinity),
      getStrings(schema, "required").every((name) => Object.hasOwn(value, name)),
      ...names.map((name) => admits(schema["propertyNames"] ?? true, name)),
      ...names.flatMap((name) => this.#schemasOf(schema, name).map((held) => admits(held, get(value, name) ?? null))),
    ].every(Boolean);
  }

  /** What a property of this name must keep. */
  #schemasOf(schema: JsonObject, name: string): Json[] {
    const named = get(getObject(schema, "properties"), name);
    const patterns = Object.entries(getObject(schema, "patternProperties"));
    const matched = patterns.filter(([pattern]) => this.#patterns.matches(pattern, name)).map(([, held]) => held);
    const found = named === undefined ? matched : [named, ...matched];
    return found.length > 0 ? found : [schema["additionalProperties"] ?? true];
  }
}

type Admits = (schema: Json, value: Json) => boolean;

function limit(schema: JsonObject, name: string, otherwise: number): number {
  const held = get(schema, name);
  return typeof held === "number" ? held : otherwise;
}

function isListed(schema: JsonObject, value: Json): boolean {
  if (schema["const"] !== undefined && !equal(schema["const"], value)) return false;
  if (schema["enum"] !== undefined && !getList(schema, "enum").some((item) => equal(item, value))) return false;
  const { type } = schema;
  return type === undefined || (isList(type) ? type : [type]).some((name) => isOfType(value, name));
}

function isOfType(value: Json, type: Json): boolean {
  if (value === null) return type === "null";
  if (isBytes(value)) return false;
  if (isList(value)) return type === "array";
  return type === typeof value || (type === "integer" && typeof value === "number" && Number.isInteger(value));
}

/** Whether a number keeps the keywords about numbers. */
function numberKeeps(schema: JsonObject, value: number): boolean {
  const of = get(schema, "multipleOf");
  return [
    schema["contentEncoding"] === undefined,
    value >= limit(schema, "minimum", -Infinity) && value <= limit(schema, "maximum", Infinity),
    value > limit(schema, "exclusiveMinimum", -Infinity) && value < limit(schema, "exclusiveMaximum", Infinity),
    typeof of !== "number" || isMultiple(value, of),
    hasFormat(schema, value),
  ].every(Boolean);
}

function listKeeps(schema: JsonObject, list: readonly Json[], admits: Admits): boolean {
  const { items, additionalItems, contains } = schema;
  const itemSchema = (index: number) => (isList(items) ? (items[index] ?? additionalItems) : items) ?? true;
  return [
    schema["contentEncoding"] === undefined,
    list.length >= limit(schema, "minItems", 0) && list.length <= limit(schema, "maxItems", Infinity),
    ...list.map((item, index) => admits(itemSchema(index), item)),
    contains === undefined || list.filter((item) => admits(contains, item)).length > 0,
    schema["uniqueItems"] !== true || areUnique(list),
  ].every(Boolean);
}

type FormatTest = (value: never) => boolean;

function hasFormat(schema: JsonObject, value: string | number): boolean {
  const name = getString(schema, "format");
  if (name === undefined || !Object.hasOwn(formats, name)) return true;
  const format: FormatTest | { readonly validate: FormatTest } = formats[name as keyof typeof formats];
  const isAbout = typeof format === "function" ? "string" : "number";
  const test = typeof format === "function" ? format : format.validate;
  // A format is asked about values of the type that it is about alone.
  return typeof value !== isAbout || test(value as never);
}

/** Whether a text is base64, as validators take it for bytes. */
export function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(text);
}
