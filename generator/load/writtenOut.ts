import { escapeStep } from "@wirepact/runtime";
import { get, getList, getString, isObject, type Json, type JsonObject } from "../json.ts";
import { moved } from "../moves.ts";
import { follow, type Placed } from "../reference.ts";
import { isDraft07 } from "../schemaFormat.ts";

/** A document in which everything stands where readers look for it, and where each part of it stood before. */
export interface WrittenOut {
  readonly document: JsonObject;
  readonly originOf: (pointer: string) => string;
}

/** Writes out what AsyncAPI lets a document abbreviate: operations, channels and replies that are references, traits, and schemas in a wrapper that names draft-07. */
export function writeOut(document: JsonObject): WrittenOut {
  const writer = new Writer(document);
  return { document: writer.write(), originOf: (pointer) => writer.originOf(pointer) };
}

/** Puts something in the place of an entry; the pointer is that of the entry. */
type Replace = (entry: Placed) => Json;

class Writer {
  readonly #document: JsonObject;
  /** Where a part stood before, by where it stands now. */
  readonly #origins = new Map<string, string>();

  constructor(document: JsonObject) {
    this.#document = document;
  }

  write(): JsonObject {
    const components = get(this.#document, "components");
    const named = isObject(components) ? { components: this.#components(components) } : {};
    const channels = inEach(this.#document, "", "channels", (channel) => this.#channel(channel));
    return { ...inEach(channels, "", "operations", (operation) => this.#operation(operation)), ...named };
  }

  originOf(pointer: string): string {
    return moved(this.#origins, pointer);
  }

  #components(components: JsonObject): JsonObject {
    const messages = inEach(components, "/components", "messages", (message) => this.#withTraits(message, message.pointer));
    return inEach(messages, "/components", "schemas", (schema) => this.#unwrapped(schema));
  }

  #channel(entry: Placed): Json {
    const { value, pointer } = this.#inlined(entry);
    if (!isObject(value)) return value;
    return inEach(value, pointer, "messages", (message) => {
      const place = entry.pointer + message.pointer.slice(pointer.length);
      return this.#withTraits(message, place);
    });
  }

  #operation(entry: Placed): Json {
    const operation = this.#withTraits(this.#inlined(entry), entry.pointer);
    const reply = get(operation, "reply");
    if (!isObject(operation) || reply === undefined) return operation;
    return { ...operation, reply: this.#inlined({ value: reply, pointer: `${entry.pointer}/reply` }).value };
  }

  /** What a reference leads to, or the thing itself; a reference that leads nowhere is left for those who tell of it. */
  #inlined(entry: Placed): Placed {
    const target = follow(this.#document, entry.value, entry.pointer);
    if (target === undefined || target.pointer === entry.pointer || !isObject(target.value)) return entry;
    this.#origins.set(entry.pointer, target.pointer);
    return target;
  }

  /** An object with what its traits add: https://www.asyncapi.com/docs/reference/specification/v3.1.0#traitsMergeMechanism */
  #withTraits({ value, pointer }: Placed, place: string): Json {
    const traits = getList(value, "traits").map((trait, index) => follow(this.#document, trait, `${pointer}/traits/${index}`));
    const known = traits.filter((trait) => trait !== undefined && isObject(trait.value));
    if (!isObject(value) || traits.length === 0 || known.length < traits.length) return value;
    const { traits: _applied, ...own } = value;
    // The object's own words win over every trait, and a later trait over an earlier one.
    return known.reduceRight<Json>((merged, trait) => (trait ? this.#added(merged, trait, place) : merged), own);
  }

  #added(own: Json, { value: added, pointer }: Placed, place: string): Json {
    if (!isObject(own) || !isObject(added)) return own;
    const merged = Object.entries(added).map(([key, value]): [string, Json] => {
      const step = `/${escapeStep(key)}`;
      const known = get(own, key);
      if (known !== undefined) return [key, this.#added(known, { value, pointer: pointer + step }, place + step)];
      this.#origins.set(place + step, pointer + step);
      return [key, value];
    });
    return { ...own, ...Object.fromEntries(merged) };
  }

  #unwrapped({ value, pointer }: Placed): Json {
    const schema = get(value, "schema");
    if (schema === undefined || !isDraft07(getString(value, "schemaFormat") ?? "")) return value;
    this.#origins.set(pointer, `${pointer}/schema`);
    return schema;
  }
}

/** The holder with each entry of one of its maps replaced. */
function inEach(holder: JsonObject, pointer: string, key: string, replace: Replace): JsonObject {
  const map = get(holder, key);
  if (!isObject(map)) return holder;
  const entries = Object.entries(map).map(([name, value]) => {
    return [name, replace({ value, pointer: `${pointer}/${key}/${escapeStep(name)}` })] as const;
  });
  return { ...holder, [key]: Object.fromEntries(entries) };
}
