import { pointerSteps } from "@wirepact/runtime";
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
import { resolveReference } from "../../reference.ts";
import { valueText } from "../schema/canonical.ts";
import { typesIn } from "./kinds/types.ts";
import { tagsIn } from "./unions.ts";
import { viewOf } from "./view.ts";

/** A schema behind references, and the demands that are to be taken out of it, by their texts. */
interface Shared {
  readonly pointer: string;
  readonly schema: Json;
  readonly demands: Map<string, Json>;
}

/**
 * The schemas of a reader without demands: they no longer ask what is told to be refused, and everything else as before. What stands
 * beside such a demand is still judged, also where no value keeps it.
 */
export class Remainder {
  readonly #document: JsonObject;
  readonly #shared = new Map<string, Shared>();
  /** Schemas that let pass what breaks a demand: more is taken out of what they were. */
  readonly #freed = new WeakMap<JsonObject, { readonly schema: Json; readonly demand: Json }>();
  #count = 0;

  constructor(document: JsonObject) {
    this.#document = document;
  }

  /** The document, where what references lead to asks nothing of all that was taken out so far. */
  document(): JsonObject {
    let [document, known] = [this.#document, -1];
    // What is taken out of one may have to be taken out of others that it refers to.
    while (known !== this.#count) {
      [document, known] = [this.#document, this.#count];
      for (const { pointer, schema, demands } of this.#shared.values()) {
        const left = [...demands.values()].reduce((one: Json, demand) => this.without(one, demand), schema);
        document = put(document, pointerSteps(pointer), left);
      }
    }
    return document;
  }

  /** A schema of the document without a demand. */
  without(schema: Json, demand: Json): Json {
    if (demand === true || schema === true) return schema;
    if (!isObject(demand)) return true;
    if (!isObject(schema)) return { not: demand };
    const freed = this.#freed.get(schema);
    if (freed !== undefined) return this.#unless(this.without(freed.schema, demand), freed.demand);
    const reference = getString(schema, "$ref");
    if (reference !== undefined) {
      this.#refer(reference, demand);
      return schema;
    }
    if (has(demand, ["allOf"])) return getList(demand, "allOf").reduce((left: Json, one) => this.without(left, one), schema);
    if (has(demand, OF_OBJECTS)) return this.#members(schema, demand);
    if (has(demand, OF_LISTS)) return this.#items(schema, demand);
    return this.#branch(schema, demand) ?? this.#word(schema, demand) ?? this.#unless(schema, demand);
  }

  /** Wherever the document refers to it: one inside itself is told once. */
  #refer(reference: string, demand: Json): void {
    const target = resolveReference(this.#document, reference);
    if (target === undefined) return;
    const shared = this.#shared.get(target.pointer) ?? { pointer: target.pointer, schema: target.value, demands: new Map() };
    this.#shared.set(target.pointer, shared);
    const text = valueText(demand);
    if (shared.demands.has(text)) return;
    shared.demands.set(text, demand);
    this.#count += 1;
  }

  #members(schema: JsonObject, demand: JsonObject): Json {
    const { additionalProperties: others, patternProperties: patterns } = schema;
    const named = Object.entries(getObject(demand, "properties")).filter(([, held]) => held !== true);
    const own = getObject(schema, "properties");
    // Which of the patterns match a name is not asked.
    if (patterns !== undefined && named.some(([name]) => !Object.hasOwn(own, name))) return this.#unless(schema, demand);
    const inner = named.flatMap(([name, held]) => {
      const member = Object.hasOwn(own, name) ? own[name] : others;
      return member === undefined ? [] : [[name, this.without(member, held)] as const];
    });
    const asked = getStrings(demand, "required");
    return compact({
      ...this.#inAll(schema, demand),
      properties: inner.length > 0 ? { ...own, ...Object.fromEntries(inner) } : schema["properties"],
      required: "required" in schema ? getStrings(schema, "required").filter((name) => !asked.includes(name)) : undefined,
      additionalProperties: others === undefined ? undefined : this.without(others, demand["additionalProperties"] ?? true),
      patternProperties: isObject(patterns) ? this.#patterns(patterns, getObject(demand, "patternProperties")) : undefined,
    });
  }

  #patterns(patterns: JsonObject, told: JsonObject): Json {
    return Object.fromEntries(
      Object.entries(patterns).map(([pattern, held]) => [pattern, this.without(held, get(told, pattern) ?? true)]),
    );
  }

  /** Lists of schemas that all judge the same value. */
  #inAll(schema: JsonObject, demand: Json): JsonObject {
    const all = schema["allOf"];
    return isList(all) ? { ...schema, allOf: all.map((one) => this.without(one, demand)) } : schema;
  }

  /** Items one by one, as far as the schema or the demand tells them apart. */
  #items(schema: JsonObject, demand: JsonObject): Json {
    const { items, additionalItems } = schema;
    const { items: told = true, additionalItems: toldRest = true } = demand;
    const base = this.#inAll(schema, demand);
    if (items === undefined) return base;
    if (!isList(items) && !isList(told)) return { ...base, items: this.without(items, told) };
    const [own, rest] = isList(items) ? [items, additionalItems ?? true] : [[], items];
    const [asked, askedRest] = isList(told) ? [told, toldRest] : [[], told];
    const length = Math.max(own.length, asked.length);
    const each = Array.from({ length }, (_, index) => this.without(own[index] ?? rest, asked[index] ?? askedRest));
    return { ...base, items: each, additionalItems: this.without(rest, askedRest) };
  }

  /** A demand on the values that keep a guard is taken out of the branches whose values do; undefined where there are none. */
  #branch(schema: JsonObject, demand: JsonObject): Json | undefined {
    const [guarded, inner] = getList(demand, "anyOf");
    const guard = get(guarded, "not");
    const words = UNIONS.filter((word) => isList(schema[word]));
    if (guard === undefined || inner === undefined || "allOf" in schema) return undefined;
    const kept = words.flatMap((word) => getList(schema, word)).filter((branch) => this.#isOf(guard, branch));
    if (kept.length === 0) return undefined;
    const changed = (branch: Json) => (kept.includes(branch) ? this.without(branch, inner) : branch);
    return { ...schema, ...Object.fromEntries(words.map((word) => [word, getList(schema, word).map(changed)])) };
  }

  /** What breaks the demand passes, whatever else is asked. */
  #unless(schema: Json, demand: Json): Json {
    const freed = { anyOf: [schema, { not: demand }] };
    this.#freed.set(freed, { schema, demand });
    return freed;
  }

  /** A limit, a pattern and the like, which the schema has by the same word: what is left is plainer without it. */
  #word(schema: JsonObject, demand: JsonObject): Json | undefined {
    const [[word = "", held] = [], ...others] = Object.entries(demand);
    const { [word]: own, ...left } = schema;
    if (others.length > 0 || own !== held || isObject(held) || isList(held) || OF_ALL_TYPES.includes(word)) return undefined;
    return this.#inAll(left, demand);
  }

  /** Whether values of a branch may keep a guard: one of types, or of a property that tells branches apart. */
  #isOf(guard: Json, branch: Json): boolean {
    const view = viewOf(this.#document, [{ schema: branch, pointer: "" }]);
    const [tag] = getStrings(guard, "required");
    if (tag === undefined) return [...typesIn(view)].some((type) => typesOf(guard).includes(type));
    const values = getList(get(getObject(guard, "properties"), tag), "enum");
    return (
      tagsIn(view)
        .get(tag)
        ?.some((value) => values.includes(value)) ?? false
    );
  }
}

const OF_OBJECTS = ["properties", "patternProperties", "additionalProperties", "required"];
const OF_LISTS = ["items", "additionalItems"];
/** Words that judge values of all types: what breaks them may well break others, which nobody has to be told. */
const OF_ALL_TYPES = ["type", "const", "contentEncoding"];
const UNIONS = ["anyOf", "oneOf"];

function has(demand: JsonObject, words: readonly string[]): boolean {
  return Object.keys(demand).every((name) => words.includes(name));
}

function typesOf(guard: Json): readonly string[] {
  return getStrings(guard, "type");
}

/** A document with something else at a place. */
function put(value: JsonObject, steps: readonly string[], other: Json): JsonObject {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  const held = value[step];
  const inner =
    rest.length === 0 ? other : isObject(held) ? put(held, rest, other) : isList(held) ? putItem(held, rest, other) : held;
  return compact({ ...value, [step]: inner });
}

function putItem(list: readonly Json[], [step = "", ...rest]: readonly string[], other: Json): Json {
  return list.map((held, index) =>
    String(index) !== step ? held : rest.length === 0 ? other : isObject(held) ? put(held, rest, other) : held,
  );
}
