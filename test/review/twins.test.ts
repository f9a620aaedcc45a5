import { describe, expect, test } from "vitest";
import { reviewContracts } from "../../generator/compare/review.ts";
import { isList, isObject, type Json, type JsonObject } from "../../generator/json.ts";
import { loadAsyncapiFile } from "../../generator/load/asyncapiFile.ts";
import { contractOf } from "../support/makeFiles.ts";
import { PROTOCOLS, ROOT } from "../support/protocols.ts";

describe.each(PROTOCOLS)("%s", (protocol) => {
  const load = async () => (await loadAsyncapiFile(`${ROOT}generated/${protocol}/asyncapi.yaml`, ROOT)).document;
  const changes = (before: JsonObject, after: JsonObject) =>
    reviewContracts(contractOf(before, protocol), contractOf(after, protocol), { level: "types" }).changes;

  test("is itself", async () => {
    const document = await load();
    expect(changes(document, structuredClone(document))).toEqual([]);
  });

  test("is the same in any order", async () => {
    const document = await load();
    // Whatever else is turned round, an object stays an object.
    const turned = turnedRound(document, []) as JsonObject;
    expect(JSON.stringify(turned)).not.toBe(JSON.stringify(document));
    expect(changes(document, turned)).toEqual([]);
    expect(changes(turned, document)).toEqual([]);
  });

  test("is the same whatever people are told of it", async () => {
    const document = await load();
    const retold = toldOtherwise(document) as JsonObject;
    expect(JSON.stringify(retold)).not.toBe(JSON.stringify(document));
    expect(changes(document, retold)).toEqual([]);
  });
});

/** Lists whose order says nothing, by what holds them. */
const UNORDERED = new Set([
  "required",
  "enum",
  "anyOf",
  "items",
  "ends",
  "after",
  "initial",
  "values",
  "messages",
  "errors",
  "from",
  "streams",
  "security",
  "algorithms",
  "closes",
  "notes",
  "scenarios",
]);

/** A value with all keys in the opposite order, and lists of which the order says nothing. */
function turnedRound(value: Json, path: readonly string[]): Json {
  if (isList(value)) {
    const inner = value.map((held) => turnedRound(held, path));
    const last = path.at(-1) ?? "";
    return UNORDERED.has(last) || path.at(-2) === "transitions" ? inner.reverse() : inner;
  }
  if (!isObject(value)) return value;
  const isExample = path.includes("examples") || path.includes("frame");
  const entries = Object.entries(value).map(
    ([key, held]) => [key, isExample ? held : turnedRound(held, [...path, key])] as const,
  );
  return Object.fromEntries(entries.reverse());
}

/** A document with other words for people. */
function toldOtherwise(value: Json): Json {
  if (isList(value)) return value.map(toldOtherwise);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => {
      if (["description", "summary", "source", "title", "when"].includes(key) && typeof held === "string")
        return [key, `${held} In other words.`];
      return [key, toldOtherwise(held)];
    }),
  );
}
