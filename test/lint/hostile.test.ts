import { expect, test } from "vitest";
import { Findings } from "../../generator/diagnostics.ts";
import type { Json, JsonObject } from "../../generator/json.ts";
import { lint } from "../../generator/lint/lint.ts";
import { buildContract } from "../../generator/model/buildContract.ts";

const MANY = 100_000;

/** A document of one message of the server, with this payload beside its type, this example, and these schemas. */
function documentOf(properties: JsonObject, example: JsonObject = {}, schemas: JsonObject = {}): JsonObject {
  const payload = { type: "object", required: ["type"], properties: { type: { const: "told" }, ...properties } };
  const told = { summary: "Tells.", payload, examples: [{ payload: { type: "told", ...example } }] };
  return {
    asyncapi: "3.1.0",
    info: { title: "Talk", version: "1.0.0" },
    channels: { talk: { address: "/talk", messages: { told: { $ref: "#/components/messages/told" } } } },
    operations: { talk: { action: "send", channel: { $ref: "#/channels/talk" } } },
    components: { messages: { told }, schemas },
  };
}

/** The rules that a document breaks, every rule being on. */
function broken(document: JsonObject): string[] {
  const findings = new Findings();
  const contract = buildContract(document, "talk", findings);
  if (contract === undefined) throw new Error(JSON.stringify(findings.all));
  return [...new Set(lint(contract, () => "warning").map(({ code }) => code))];
}

test.each([
  ["capitals", "A".repeat(MANY)],
  ["capitals that end otherwise", `a${"A".repeat(MANY)}!`],
  ["underscores", `${"_".repeat(MANY)}a`],
  ["underscores inside", `a${"_".repeat(MANY)}b`],
  ["dots", `a${".".repeat(MANY)}`],
  ["capitals and small letters", "aA".repeat(MANY / 2)],
  ["what is no letter", "\u{1f600}".repeat(MANY / 2)],
])("a field whose name is %s ends", (_, name) => {
  expect(broken(documentOf({ [name]: { type: "string" } }))).toContain("field-without-description");
});

test.each([
  ["an opening word", `one of ${"x ".repeat(MANY)}`],
  ["many opening words", "one of ".repeat(MANY / 10)],
  ["quotes", '"'.repeat(MANY)],
  ["quoted words", `one of ${'"a" '.repeat(MANY / 4)}`],
])("a description that is %s ends", (_, description) => {
  expect(broken(documentOf({ kind: { type: "string", description } }))).not.toContain("field-without-description");
});

test("names of Object's own are names", () => {
  const fields = JSON.parse(
    '{"__proto__":{"type":"string"},"constructor":{"type":"string"},"toString":{"type":"string"},"hasOwnProperty":{"enum":["a","b","c"]}}',
  );
  const example = JSON.parse('{"__proto__":"a","constructor":"b","toString":"c","valueOf":"d"}');
  expect(broken(documentOf(fields, example))).toEqual(expect.arrayContaining(["closed-enum", "unknown-in-sample"]));
});

test("a schema of 2^40 readings is looked at once a part", () => {
  const level = (number: number): Json =>
    number === 40 ? { type: "object", properties: { by: { type: "string" } } } : { allOf: [ref(number + 1), ref(number + 1)] };
  const ref = (number: number): Json => ({ $ref: `#/components/schemas/L${number}` });
  const schemas = Object.fromEntries(Array.from({ length: 41 }, (_, number) => [`L${number}`, level(number)]));
  expect(broken(documentOf({ body: ref(0) }, { body: { by: "ada" } }, schemas))).not.toContain("unknown-in-sample");
});

test("a recursive schema is read as deep as its sample", () => {
  const Node = {
    type: "object",
    required: ["next"],
    properties: { next: { anyOf: [{ $ref: "#/components/schemas/Node" }, { type: "null" }] } },
  };
  const nested = Array.from({ length: 100 }).reduce<Json>((next) => ({ next }), null);
  const rules = broken(documentOf({ body: { $ref: "#/components/schemas/Node" } }, { body: nested }, { Node }));
  expect(rules).not.toContain("required-without-sample");
});

test("a union of two thousand branches, in a list of as many", () => {
  const kind = (index: number) => ({
    type: "object",
    required: ["kind"],
    properties: { kind: { const: `k${index}` }, [`f${index}`]: { type: "string" } },
  });
  const oneOf = Array.from({ length: 2000 }, (_, index) => kind(index));
  const items = Array.from({ length: 2000 }, (_, index) => ({ kind: `k${index}`, [`f${index}`]: "a" }));
  expect(broken(documentOf({ items: { type: "array", items: { oneOf } } }, { items }))).not.toContain("unknown-in-sample");
});
