import { describe, expect, test } from "vitest";
import { include } from "../../generator/compare/schema/include.ts";
import type { Inclusion } from "../../generator/compare/schema/inclusion.ts";
import type { Json, JsonObject } from "../../generator/json.ts";

function ask(sender: Json, reader: Json, schemas: JsonObject = {}): Inclusion {
  const document = { components: { schemas } };
  return include({ document, schema: sender }, { document, schema: reader }, undefined, "admitted");
}

function to(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

/** A schema inside a schema inside a schema. */
function nested(depth: number, innermost: Json): Json {
  let schema = innermost;
  for (let level = 0; level < depth; level++) schema = { type: "object", required: ["a"], properties: { a: schema } };
  return schema;
}

function branches(count: number, of: (index: number) => Json): Json {
  return { oneOf: Array.from({ length: count }, (_, index) => of(index)) };
}

const kind = (index: number): Json => ({
  type: "object",
  required: ["k"],
  properties: { k: { const: `k${index}` }, v: { type: "string" } },
});
const overlapping = (index: number): Json => ({
  type: "object",
  properties: { [`p${index}`]: { type: "integer", minimum: index } },
});

/** Each definition is all of the next one, twice: 2^40 ways to the last. */
const diamonds: JsonObject = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => [
    `d${index}`,
    index === 39 ? { type: "string" } : { allOf: [to(`d${index + 1}`), to(`d${index + 1}`)] },
  ]),
);

/** Pairs that would keep a careless comparison busy for ever, or overflow its stack. Each ends by itself; the runner's clock is the test. */
const HOSTILE: readonly (readonly [name: string, sender: Json, reader: Json, schemas?: JsonObject])[] = [
  ["schemas 100,000 deep", nested(100_000, { type: "string" }), nested(100_000, { type: "number" })],
  ["schemas 240 deep", nested(240, { type: "string" }), nested(240, { type: "number" })],
  ["diamonds of allOf", to("d0"), { type: "string", maxLength: 3 }, diamonds],
  ["diamonds of allOf in a reader", { type: "string" }, { allOf: [to("d0"), { maxLength: 3 }] }, diamonds],
  ["a pattern that explodes", { type: "string", pattern: "^(a+)+$", minLength: 40 }, { type: "string", pattern: "^(a|a)*b$" }],
  ["a value for a pattern that explodes", { const: `${"a".repeat(60)}!` }, { type: "string", pattern: "^(a+)+$" }],
  ["10,000 kinds", branches(10_000, kind), branches(10_000, (index) => kind(index + 1))],
  ["1,000 kinds", branches(1_000, kind), branches(1_000, (index) => kind(index + 1))],
  ["1,000 branches that overlap", branches(1_000, overlapping), branches(1_001, overlapping)],
  ["40 branches that overlap", branches(40, overlapping), branches(41, overlapping)],
  [
    "unions of unions",
    { allOf: Array.from({ length: 30 }, (_, index) => branches(10, (at) => ({ multipleOf: index * 10 + at + 2 }))) },
    { type: "string" },
  ],
  ["a definition that is itself", to("A"), { type: "string" }, { A: to("A") }],
  ["a definition that is not itself", to("A"), { type: "string" }, { A: { not: to("A") } }],
  ["a definition that is any of itself", to("A"), { type: "string" }, { A: { anyOf: [to("A"), { type: "string" }] } }],
  ["trees that differ ever deeper", to("T0"), to("U0"), { ...trees("T", "string"), ...trees("U", "number") }],
  ["lists of a million items", { type: "array", minItems: 1e6 }, { type: "array", minItems: 1e6 + 1 }],
  ["texts of a billion characters", { type: "string", minLength: 1e9 }, { type: "string", minLength: 1e9 + 1 }],
  ["objects of a million properties", { type: "object", minProperties: 1e6 }, { type: "object", minProperties: 1e6 + 1 }],
  [
    "bounds as far as numbers go",
    { type: "integer", minimum: -1e308, maximum: 1e308, multipleOf: 1e-300 },
    { type: "integer", multipleOf: 7 },
  ],
  ["many patterns of names", maps(30), maps(31)],
];

function trees(name: string, type: string): JsonObject {
  const one = (index: number): Json => ({
    type: "object",
    required: ["l", "r"],
    properties: { l: to(`${name}${index + 1}`), r: { anyOf: [{ type }, to(`${name}${index * 2 + 1}`)] } },
  });
  return Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`${name}${index}`, index < 99 ? one(index) : { type }]));
}

function maps(count: number): Json {
  return {
    type: "object",
    patternProperties: Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.*x`, { minimum: index }])),
  };
}

describe("a hostile pair ends:", () => {
  const pairs = HOSTILE.map(([name, sender, reader, schemas = {}]) => ({ name, sender, reader, schemas }));

  test.each(pairs)("$name", ({ sender, reader, schemas }) => {
    const there = ask(sender, reader, schemas);
    const back = ask(reader, sender, schemas);
    for (const { kind } of [there, back]) expect(["included", "witness", "unknown"]).toContain(kind);
  }, 20_000);

  test.each([
    ["schemas 100,000 deep", "the schemas are nested too deeply to compare"],
    ["diamonds of allOf in a reader", "the schemas are too intricate to compare within the budget"],
    ["1,000 branches that overlap", "the schemas are too intricate to compare within the budget"],
    ["10,000 kinds", "the sender's schema is too large"],
  ])("%s, as unknown: %s", (name, reason) => {
    const [, sender, reader, schemas] = HOSTILE.find(([known]) => known === name) ?? [name, true, true];
    expect(ask(sender, reader, schemas)).toMatchObject({ kind: "unknown", reason });
  });
});

describe("beside something intricate a plain breach is found:", () => {
  test.each([
    { name: "branches that overlap", intricate: branches(60, overlapping) },
    { name: "diamonds of allOf", intricate: to("d0") },
    { name: "a pattern that explodes", intricate: { type: "string", pattern: "^(a+)+$", minLength: 40 } },
  ])("$name", ({ intricate }) => {
    const sender: Json = { type: "object", properties: { intricate, plain: { type: "string" } } };
    const narrower: Json = { allOf: [intricate, { minLength: 2 }] };
    const other: Json = { type: "object", properties: { intricate: narrower, plain: { type: "number" } } };
    expect(ask(sender, other, diamonds)).toMatchObject({ kind: "witness" });
    expect(ask(other, sender, diamonds)).toMatchObject({ kind: "witness" });
  });
});

describe("a name of a property can be any:", () => {
  test.each(["__proto__", "constructor", "toString", "a/b", "a~b", ""])("%j", (name) => {
    const properties = { [name]: { type: "string" } };
    const sender = { type: "object", required: [name], properties: Object.fromEntries([[name, {}]]) };
    const verdict = ask(sender, { type: "object", required: [name], properties });
    expect(verdict).toMatchObject({ kind: "witness", issue: { code: "type" } });
    expect(Object.keys(verdict.kind === "witness" ? (verdict.value as JsonObject) : {})).toEqual([name]);
  });
});

test("a keyword that nobody here enforces is not passed over", () => {
  expect(ask({ type: "array", contains: true, maxContains: 2 }, { type: "array" })).toMatchObject({
    kind: "unknown",
    reason: 'the keyword "maxContains" is not compared',
  });
  expect(ask({ type: "object", unevaluatedProperties: false, $ref: "#/elsewhere" }, { type: "object" })).toMatchObject({
    kind: "unknown",
    reason: 'the keyword "unevaluatedProperties" is not compared',
  });
});

test("a reference into nothing is not passed over", () => {
  expect(ask(to("Missing"), { type: "string" })).toMatchObject({ kind: "unknown" });
});
