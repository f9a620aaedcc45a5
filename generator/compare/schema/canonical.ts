import { getString, isList, isObject, type Json, type JsonObject } from "../../json.ts";
import { keywords } from "../../model/keywords.ts";
import { referencesIn } from "../../model/references.ts";
import type { Literal } from "./literal.ts";
import type { Side } from "./side.ts";

/** What a reference is called in canonical texts. */
type Naming = (reference: string) => string;

/** Numbers for schemas: two schemas of either side that say the same in the same words have the same one. */
export class Canonical {
  readonly #shared: ReadonlySet<string>;
  readonly #numbers = new Map<string, number>();
  readonly #known: Readonly<Record<Side["name"], WeakMap<JsonObject, string>>> = { sender: new WeakMap(), reader: new WeakMap() };

  constructor(sender: Side, reader: Side) {
    this.#shared = sharedReferences(sender, reader);
  }

  /** A number for a literal; that of its opposite is the same, negated. */
  numberOf({ holds, schema, side }: Literal): number {
    const text = this.#textOf(schema, side);
    const number = this.#numbers.get(text) ?? this.#numbers.size + 1;
    this.#numbers.set(text, number);
    return holds ? number : -number;
  }

  #textOf(schema: Json, side: Side): string {
    const known = isObject(schema) ? this.#known[side.name].get(schema) : undefined;
    const text = known ?? canonicalText(schema, (reference) => (this.#shared.has(reference) ? "" : side.name) + reference);
    if (isObject(schema)) this.#known[side.name].set(schema, text);
    return text;
  }
}

/** References that mean the same on both sides: what they name says the same, and what that refers to does. */
function sharedReferences(sender: Side, reader: Side): ReadonlySet<string> {
  const shared = new Set<string>();
  for (const [reference, schema] of sender.definitions) {
    const other = reader.definitions.get(reference);
    if (other !== undefined && canonicalText(schema, String) === canonicalText(other, String)) shared.add(reference);
  }
  for (let count = -1; count !== shared.size; ) {
    count = shared.size;
    for (const name of shared) {
      const used = referencesIn(sender.definitions.get(name) ?? true);
      if ([...used].some((reference) => !shared.has(reference))) shared.delete(name);
    }
  }
  return shared;
}

/** A schema as text, without what only people read, and in one order. */
function canonicalText(schema: Json, naming: Naming): string {
  if (!isObject(schema)) return schema === false ? "false" : "true";
  const reference = getString(schema, "$ref");
  if (reference !== undefined) return `{"$ref":${JSON.stringify(naming(reference))}}`;
  const rules = Object.entries(schema).filter(([name]) => isRule(name));
  const texts = rules.map(([name, held]) => `${JSON.stringify(name)}:${heldText(name, held, naming)}`);
  return texts.length === 0 ? "true" : `{${texts.sort().join()}}`;
}

function isRule(name: string): boolean {
  const keyword = keywords.get(name);
  return keyword !== undefined && keyword.annotation !== true && name !== "discriminator";
}

/** Lists whose order says nothing. */
const UNORDERED: ReadonlySet<string> = new Set(["type", "enum", "required", "allOf", "anyOf", "oneOf"]);

function heldText(name: string, held: Json, naming: Naming): string {
  const holds = keywords.get(name)?.holds ?? "value";
  const print = (item: Json) => (holds === "value" ? valueText(item) : canonicalText(item, naming));
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
