import { fingerprint } from "../../fingerprint.ts";
import { getString, isObject, type Json, type JsonObject } from "../../json.ts";
import { follow, referencesIn } from "../../model/references.ts";
import { ruleTexts } from "../schema/canonical.ts";

/** How deep a schema that refers to itself is told: what it says only deeper than that makes no other print. */
const DEPTH = 64;

/** Enough that nobody finds two schemas with the same print. */
const DIGITS = 32;

/**
 * Prints of the schemas of one document, for approvals to hold on to: they hang on what a schema says, wherever it is written, and on no
 * names of schemas, no order and nothing that only people read. They are the same in every run, which digests are not.
 */
export class Prints {
  readonly #document: JsonObject;
  readonly #targets = new Map<string, Json>();
  /** What is referred to and ends, by its print. */
  readonly #ending = new Map<JsonObject, string>();
  /** What is referred to and refers to itself in the end, by its prints down to each depth. */
  readonly #endless = new Map<JsonObject, string[]>();
  readonly #known = new WeakMap<JsonObject, string>();

  constructor(document: JsonObject) {
    this.#document = document;
  }

  /** The print of a schema of the document. */
  of(schema: Json): string {
    if (!isObject(schema)) return this.#print(schema, DEPTH);
    const known = this.#known.get(schema);
    if (known !== undefined) return known;
    this.#learn(schema);
    const print = this.#print(schema, DEPTH);
    this.#known.set(schema, print);
    return print;
  }

  /** Prints all that a schema refers to: first what ends, then the rest level by level. No references are followed in depth. */
  #learn(schema: JsonObject): void {
    const open = new Map<JsonObject, readonly JsonObject[]>();
    const found = this.#targetsIn(schema);
    for (let target = found.pop(); target !== undefined; target = found.pop()) {
      if (open.has(target) || this.#isPrinted(target)) continue;
      const inner = this.#targetsIn(target);
      open.set(target, inner);
      found.push(...inner);
    }
    for (const target of endingIn(open, (one) => this.#ending.has(one))) {
      this.#ending.set(target, this.#print(target, DEPTH));
      open.delete(target);
    }
    for (const target of open.keys()) this.#endless.set(target, []);
    for (let depth = 0; depth <= DEPTH; depth++)
      for (const target of open.keys()) this.#endless.get(target)?.push(this.#print(target, depth));
  }

  #isPrinted(target: JsonObject): boolean {
    return this.#ending.has(target) || this.#endless.has(target);
  }

  #targetsIn(schema: Json): JsonObject[] {
    return [...referencesIn(schema)].map((reference) => this.#target(reference)).filter(isObject);
  }

  #target(reference: string): Json {
    // What refers to nothing but itself says nothing.
    const target = this.#targets.get(reference) ?? follow(this.#document, { $ref: reference }, "")?.value ?? true;
    this.#targets.set(reference, target);
    return target;
  }

  #print(schema: Json, depth: number): string {
    if (!isObject(schema)) return schema === false ? "false" : "true";
    const reference = getString(schema, "$ref");
    if (reference !== undefined) return this.#printOf(this.#target(reference), depth);
    if (depth <= 0 && this.#targetsIn(schema).some((target) => this.#endless.has(target))) return "…";
    const texts = ruleTexts(schema, (inner) => this.#print(inner, depth - 1));
    return texts.length === 0 ? "true" : fingerprint(texts.join(), DIGITS);
  }

  #printOf(target: Json, depth: number): string {
    if (!isObject(target)) return this.#print(target, depth);
    return this.#ending.get(target) ?? this.#endless.get(target)?.[Math.max(depth, 0)] ?? "…";
  }
}

/** Of schemas that refer to others, those that end, each behind all that it refers to. */
function* endingIn(
  open: ReadonlyMap<JsonObject, readonly JsonObject[]>,
  isKnown: (target: JsonObject) => boolean,
): Generator<JsonObject> {
  const [waiting, users] = [new Map<JsonObject, number>(), new Map<JsonObject, JsonObject[]>()];
  for (const [target, inner] of open) {
    const asked = [...new Set(inner)].filter((one) => !isKnown(one));
    waiting.set(target, asked.length);
    for (const one of asked) users.set(one, [...(users.get(one) ?? []), target]);
  }
  const ready = [...waiting].flatMap(([target, count]) => (count === 0 ? [target] : []));
  for (let target = ready.pop(); target !== undefined; target = ready.pop()) {
    yield target;
    for (const user of users.get(target) ?? []) {
      const left = (waiting.get(user) ?? 0) - 1;
      waiting.set(user, left);
      if (left === 0) ready.push(user);
    }
  }
}
