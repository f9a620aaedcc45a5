import { getString, isList, isObject, type Json, type JsonObject } from "../../json.ts";
import { keywords } from "../../model/keywords.ts";
import type { Literal } from "./literal.ts";
import { definitionOf, type Side } from "./side.ts";

/** What a reference is called in canonical texts. */
type Naming = (reference: string) => string;

/** Numbers for schemas: two schemas of either side that say the same in the same words have the same one. */
export class Canonical {
  readonly #sender: Side;
  readonly #reader: Side;
  /** Whether a reference means the same on both sides. */
  readonly #shared = new Map<string, boolean>();
  readonly #numbers = new Map<string, number>();
  readonly #known: Readonly<Record<Side["name"], WeakMap<JsonObject, string>>> = { sender: new WeakMap(), reader: new WeakMap() };

  constructor(sender: Side, reader: Side) {
    this.#sender = sender;
    this.#reader = reader;
  }

  /** A number for a literal; that of its opposite is the same, negated. */
  numberOf({ holds, schema, side }: Literal): number {
    const text = this.#textOf(schema, side);
    const number = this.#numbers.get(text) ?? this.#numbers.size + 1;
    this.#numbers.set(text, number);
    return holds ? number : -number;
  }

  /** Whether what a reference names says the same on both sides, and what that refers to does. */
  #isShared(reference: string): boolean {
    const known = this.#shared.get(reference);
    if (known !== undefined) return known;
    const reached = new Set([reference]);
    for (const name of reached) {
      if (this.#shared.get(name) === true) continue;
      const [mine, yours] = [definitionOf(this.#sender, name), definitionOf(this.#reader, name)];
      const isRead = mine.problem === undefined && yours.problem === undefined;
      if (!isRead || canonicalText(mine.schema, String) !== canonicalText(yours.schema, String))
        return this.#noteShared([reference], false);
      for (const inner of mine.references) reached.add(inner);
    }
    return this.#noteShared(reached, true);
  }

  #noteShared(references: Iterable<string>, isShared: boolean): boolean {
    for (const reference of references) this.#shared.set(reference, isShared);
    return isShared;
  }

  #textOf(schema: Json, side: Side): string {
    const known = isObject(schema) ? this.#known[side.name].get(schema) : undefined;
    const text = known ?? canonicalText(schema, (reference) => (this.#isShared(reference) ? "" : side.name) + reference);
    if (isObject(schema)) this.#known[side.name].set(schema, text);
    return text;
  }
}

/** A schema as text, without what only people read, and in one order. */
function canonicalText(schema: Json, naming: Naming): string {
  if (!isObject(schema)) return schema === false ? "false" : "true";
  const reference = getString(schema, "$ref");
  if (reference !== undefined) return `{"$ref":${JSON.stringify(naming(reference))}}`;
  const texts = ruleTexts(schema, (inner) => canonicalText(inner, naming));
  return texts.length === 0 ? "true" : `{${texts.join()}}`;
}

/** What a schema demands, keyword by keyword, in one order; `print` makes texts of the schemas within. */
export function ruleTexts(schema: JsonObject, print: (inner: Json) => string): string[] {
  const rules = Object.entries(schema).filter(([name]) => isRule(name));
  return rules.map(([name, held]) => `${JSON.stringify(name)}:${heldText(name, held, print)}`).sort();
}

/** Whether validators know a keyword: it says something to others than people. */
export function isRule(name: string): boolean {
  const keyword = keywords.get(name);
  return keyword !== undefined && keyword.annotation !== true && name !== "discriminator";
}

/** Lists whose order says nothing. */
const UNORDERED: ReadonlySet<string> = new Set(["type", "enum", "required", "allOf", "anyOf", "oneOf"]);

function heldText(name: string, held: Json, printSchema: (inner: Json) => string): string {
  const holds = keywords.get(name)?.holds ?? "value";
  const print = (item: Json) => (holds === "value" ? valueText(item) : printSchema(item));
  if (holds === "schemaMap" && isObject(held)) {
    const texts = Object.entries(held).map(([key, item]) => `${JSON.stringify(key)}:${print(item)}`);
    return `{${texts.sort().join()}}`;
  }
  if (name === "type" && !isList(held)) return `[${valueText(held)}]`;
  if (!isList(held) || name === "const") return print(held);
  const texts = held.map(print);
  return `[${(UNORDERED.has(name) ? texts.sort() : texts).join()}]`;
}

/** A value as text: equal values have the same. */
export function valueText(value: Json): string {
  if (isList(value)) return `[${value.map(valueText).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const texts = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${valueText(item)}`);
  return `{${texts.sort().join()}}`;
}

/** Some values in an order that they alone decide: what is listed in no order of its own. */
export function sortedValues(values: readonly Json[]): readonly Json[] {
  return [...values].sort((one, other) => (valueText(one) < valueText(other) ? -1 : 1));
}
