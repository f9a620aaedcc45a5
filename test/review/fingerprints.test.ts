import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../generator/compare/change.ts";
import { changesAt } from "../../generator/compare/compareContracts.ts";
import { Prints } from "../../generator/compare/match/prints.ts";
import type { Json, JsonObject } from "../../generator/json.ts";
import { loadAsyncapiFile } from "../../generator/load/asyncapiFile.ts";
import { TWINS } from "./otherWords.ts";
import { GOLDEN, reviewCases } from "./reviewCases.ts";
import { changesOf, chat, type Fields, printsOf } from "./support/told.ts";

function toldOf(before: JsonObject, after: JsonObject): string[] {
  return changesOf(before, after, "wire")
    .map(({ rule, message, fingerprint }) => `${rule} ${message} ${fingerprint}`)
    .sort();
}

const load = async (name: string, file: string) => (await loadAsyncapiFile(join(GOLDEN, name, file), GOLDEN)).document;

/** Where the order of servers is turned round, another one is the first, which clients take. */
const OTHERWISE = ["server-added"];

describe("a change keeps its fingerprint, told", () => {
  const twins = Object.entries(TWINS).filter(([name]) => name !== "the same");
  test.each(reviewCases().filter((name) => !OTHERWISE.includes(name)))("in other words: %s", async (name) => {
    const [before, after] = [await load(name, "before.yaml"), await load(name, "after.yaml")];
    const told = toldOf(before, after);
    for (const [words, twin] of twins) {
      const changed = twin(after);
      if (JSON.stringify(changed) !== JSON.stringify(after))
        expect({ words, told: toldOf(before, changed) }).toEqual({ words, told });
    }
  });
});

const X = { $ref: "#/components/schemas/X" };
const A = { $ref: "#/components/schemas/A" };

/** A schema of objects with one field, `v`. */
const v = (held: Json): JsonObject => ({ type: "object", properties: { v: held } });
const text = { type: "string" };
const integer = { type: "integer" };
const number = { type: "number" };
const flag = { type: "boolean" };

describe("an approval covers what was seen:", () => {
  const own = { alpha: { x: X }, beta: { x: X }, gamma: { x: v(text) } };
  const shared = { alpha: { x: X }, beta: { x: X }, gamma: { x: X } };
  const before = chat(own, { X: v(text) });
  const seen = printsOf("type-changed", before, chat(own, { X: v(integer) }));

  test("a further message with the same change is another change", () => {
    const more = printsOf("type-changed", before, chat(shared, { X: v(integer) }));
    expect([seen.length, more.length]).toEqual([1, 1]);
    expect(more).not.toEqual(seen);
  });

  test("a further place in the same message is, too", () => {
    const twice = { ...own, alpha: { x: X, y: v(text) } };
    const after = chat({ ...own, alpha: { x: X, y: X } }, { X: v(integer) });
    expect(printsOf("type-changed", chat(twice, { X: v(text) }), after)).not.toContain(seen[0]);
  });

  test("the order of messages says nothing", () => {
    const turned = Object.fromEntries(Object.entries(own).reverse());
    expect(printsOf("type-changed", before, chat(turned, { X: v(integer) }))).toEqual(seen);
  });

  test("what else is changed leaves it alone", () => {
    const after = chat({ ...own, gamma: { x: v(text), more: text } }, { X: v(integer) });
    expect(printsOf("type-changed", before, after)).toEqual(seen);
    const renamed = { alpha: { x: A }, beta: { x: A }, gamma: { x: v(text) } };
    expect(printsOf("type-changed", before, chat(renamed, { A: v(integer) }))).toEqual(seen);
  });

  test("a message that is removed takes its place along, and the change is looked at again", () => {
    const { alpha: _, ...left } = own;
    expect(printsOf("type-changed", before, chat(left, { X: v(integer) }))).not.toEqual(seen);
  });

  test("what is a risk to one and breaks the other is two changes", () => {
    const said = (meeting: "risky" | "breaking"): Finding => ({
      level: "wire",
      message: "say",
      from: ["client"],
      pointer: "",
      side: "after",
      text: "it changed",
      meetings: { oldClientNewServer: meeting, newClientOldServer: "safe" },
      identity: ["say"],
    });
    const changes = (["risky", "breaking"] as const).map((meeting) => ["type-changed", said(meeting)] as const);
    expect(new Set(changesAt("wire", changes).map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });
});

describe("two changes have two fingerprints, and one in other words has its own, behind", () => {
  const fields = (field: (schema: Json) => Json) => (held: Json, schema: Json) =>
    chat({ say: { more: field(schema) } }, { A: { type: "array", items: X, contains: X }, X: held });
  const cases: readonly (readonly [string, string, (held: Json, schema: Json) => JsonObject])[] = [
    ["not", "condition-changed", fields((schema) => ({ not: schema }))],
    ["contains", "condition-changed", fields((schema) => ({ type: "array", contains: schema }))],
    ["if", "condition-changed", fields((schema) => ({ if: schema, else: text }))],
    ["alternatives", "alternatives-changed", fields((schema) => ({ anyOf: [schema, text], oneOf: [schema, text] }))],
  ];

  test.each(cases)("%s", (_, rule, document) => {
    const list = (held: JsonObject) => ({ type: "array", items: held, contains: held });
    const was = document(integer, A);
    const [one] = printsOf(rule, was, document(number, A));
    expect(printsOf(rule, was, document(flag, A))).not.toContain(one);
    expect(printsOf(rule, was, document(number, list(number)))).toContain(one);
    expect(printsOf(rule, document(integer, list(integer)), document({ ...number, description: "A number." }, A))).toContain(one);
  });

  test("a required field", () => {
    const document = (more: Fields, held: Json = true) => {
      const made = chat(
        { say: { box: { type: "object", properties: more, required: Object.keys(more) } } },
        { A: v(X), X: held },
      );
      return made;
    };
    const added = (schema: Json, held: Json) =>
      printsOf("required-field-added", document({}, held), document({ more: { type: "array", items: schema } }, held));
    expect(added(A, integer)).not.toEqual(added(A, number));
    expect(added(A, integer)).toEqual(added(v(integer), integer));
  });

  test("a branch, or a place that was closed", () => {
    const branch = (held: Json) => ({ anyOf: [text, ...(held === false ? [] : [v(held)])] });
    const added = (held: Json) =>
      printsOf("branch-added", chat({ say: { more: branch(false) } }), chat({ say: { more: branch(held) } }));
    expect(added(integer)).not.toEqual(added(text));
    const place = (held: Json) => chat({ say: { more: { type: "object", additionalProperties: held } } });
    const opened = (held: Json) => printsOf("other-fields-allowed", place(false), place(held));
    expect(opened(integer)).not.toEqual(opened(text));
  });

  test("known values beyond those that are shown", () => {
    const open = (...values: string[]) => chat({ say: { more: { anyOf: [{ enum: ["a", ...values] }, text] } } });
    const added = (...values: string[]) => printsOf("known-value-added", open(), open(...values));
    expect(added("1", "2", "3", "4", "5", "6")).not.toEqual(added("1", "2", "3", "4", "5", "7"));
    expect(added("1", "2")).toEqual(added("2", "1"));
  });

  test("recursion", () => {
    const tree = (held: Json, next: Json = X) =>
      chat({ say: { more: { not: X } } }, { X: { type: "object", properties: { v: held, next } } });
    const [one] = printsOf("condition-changed", tree(integer), tree(number));
    expect(printsOf("condition-changed", tree(integer), tree(flag))).not.toContain(one);
    const unrolled = tree(number, { type: "object", properties: { v: number, next: X } });
    expect(printsOf("condition-changed", tree(integer), unrolled)).toContain(one);
  });

  test("the query", () => {
    const query = (held: Json, named: Json = true) => chat({ say: {} }, { X: named }, { v: held });
    const changed = (held: Json, named?: Json) => printsOf("query-parameter-changed", query({ enum: ["a"] }), query(held, named));
    expect(changed({ enum: ["a", "b"] })).toEqual(changed({ enum: ["b", "a"], description: "Which." }));
    expect(changed({ enum: ["a", "b"] })).toEqual(changed(X, { enum: ["a", "b"] }));
    expect(changed(X, { enum: ["a", "b"] })).not.toEqual(changed(X, { enum: ["a", "c"] }));
  });
});

test("long ways of references are followed to their end", () => {
  const link = (index: number, held: Json) => [
    `S${index}`,
    index === 0 ? v(held) : v({ $ref: `#/components/schemas/S${index - 1}` }),
  ];
  const chain = (held: Json): JsonObject => ({
    components: { schemas: Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => link(index, held))) },
  });
  const print = (held: Json) => new Prints(chain(held)).of({ not: { $ref: "#/components/schemas/S4999" } });
  expect(print(integer)).toBe(print({ description: "Any.", ...integer }));
  expect(print(integer)).not.toBe(print(text));
});
