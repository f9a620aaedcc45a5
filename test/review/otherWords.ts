import { isList, isObject, type Json, type JsonObject } from "../../generator/json.ts";
import { resolveReference } from "../../generator/reference.ts";

/** Makes a document that says the same in other words. */
export type Twin = (document: JsonObject) => JsonObject;

/** Ways to write a document otherwise. */
export const TWINS: Readonly<Record<string, Twin>> = {
  "the same": (document) => document,
  "in another order": (document) => asDocument(reversed(document)),
  "with its lists in another order": (document) => asDocument(listsReversed(document)),
  "in other words for people": (document) => asDocument(reworded(document)),
  "with other names for schemas": (document) => asDocument(renamed(document)),
  "with schemas written out": (document) => asDocument(writtenOut(document, document, [])),
  "with a schema for each field": extracted,
};

function asDocument(value: Json): JsonObject {
  if (!isObject(value)) throw new TypeError("no document");
  return value;
}

function mapped(
  value: Json,
  change: (value: JsonObject, path: readonly string[]) => JsonObject,
  path: readonly string[] = [],
): Json {
  if (isList(value)) return value.map((item, index) => mapped(item, change, [...path, String(index)]));
  if (!isObject(value)) return value;
  const inner = Object.entries(value).map(([name, held]) => [name, mapped(held, change, [...path, name])] as const);
  return change(Object.fromEntries(inner), path);
}

function reversed(document: JsonObject): Json {
  return mapped(document, (value) => Object.fromEntries(Object.entries(value).reverse()));
}

const UNORDERED = ["required", "enum", "allOf", "type"];

function listsReversed(document: JsonObject): Json {
  return mapped(document, (value, path) => {
    if (!isInSchema(path)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, held]) => [name, UNORDERED.includes(name) && isList(held) ? [...held].reverse() : held]),
    );
  });
}

const WORDS = ["description", "title", "$comment"];

function reworded(document: JsonObject): Json {
  return mapped(document, (value, path) => {
    if (!isInSchema(path) || ["properties", "patternProperties"].includes(path.at(-1) ?? "")) return value;
    const kept = Object.entries(value).filter(([name]) => !WORDS.includes(name));
    return { ...Object.fromEntries(kept), description: "Said otherwise." };
  });
}

function renamed(document: JsonObject): Json {
  return mapped(document, (value, path) => {
    if (path.join("/") === "components/schemas")
      return Object.fromEntries(Object.entries(value).map(([name, held]) => [`Other${name}`, held]));
    const reference = value["$ref"];
    if (typeof reference !== "string") return value;
    return { ...value, $ref: reference.replace("#/components/schemas/", "#/components/schemas/Other") };
  });
}

/** Every reference as what it refers to, but for those that would never end. */
function writtenOut(value: Json, document: JsonObject, around: readonly string[]): Json {
  if (isList(value)) return value.map((item) => writtenOut(item, document, around));
  if (!isObject(value)) return value;
  const reference = value["$ref"];
  if (typeof reference === "string" && reference.startsWith("#/components/schemas/")) {
    const target = resolveReference(document, reference)?.value;
    if (target === undefined || around.includes(reference) || isRecursive(reference, document)) return value;
    return writtenOut(target, document, [...around, reference]);
  }
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, writtenOut(held, document, around)]));
}

function isRecursive(reference: string, document: JsonObject): boolean {
  const open = [reference];
  const seen = new Set<string>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const text = JSON.stringify(resolveReference(document, next)?.value ?? null);
    for (const [, inner = ""] of text.matchAll(/"\$ref":"(#[^"]*)"/g)) {
      if (inner === reference) return true;
      if (!seen.has(inner)) open.push(inner);
      seen.add(inner);
    }
  }
  return false;
}

/** A named schema for each property of a payload that is not one of them yet, and has no constant that tells the message. */
function extracted(document: JsonObject): JsonObject {
  const made: Record<string, Json> = {};
  const changed = asDocument(
    mapped(document, (value, path) => {
      if (!isInSchema(path) || path.at(-1) !== "properties" || path.length > 6) return value;
      return Object.fromEntries(
        Object.entries(value).map(([name, held]) => {
          if (!isObject(held) || "$ref" in held || "const" in held) return [name, held];
          const key = `Part${Object.keys(made).length}`;
          made[key] = held;
          return [name, { $ref: `#/components/schemas/${key}` }];
        }),
      );
    }),
  );
  const components = asDocument(changed["components"] ?? {});
  const schemas = components["schemas"];
  return { ...changed, components: { ...components, schemas: { ...(isObject(schemas) ? schemas : {}), ...made } } };
}

function isInSchema(path: readonly string[]): boolean {
  return (path[0] === "components" && path[1] === "schemas" && path.length > 2) || path.includes("payload");
}
