import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { getObject, type Json, type JsonObject } from "../../generator/json.ts";
import { ROOT } from "../support/protocols.ts";
import { readTree } from "../support/readTree.ts";
import { runHere } from "../support/runHere.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { values } from "./newerSchemas.ts";

/** A message with a word of 2020-12 in each property, as its author writes it. */
const SAY: JsonObject = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "https://example.com/say",
  type: "object",
  required: ["type"],
  properties: {
    type: { const: "say" },
    pair: { type: "array", prefixItems: [{ type: "integer" }, { type: "string" }], items: false, minItems: 1 },
    list: { type: "array", prefixItems: [{ type: "string" }], items: { type: "integer" } },
    any: { type: "array", items: {}, contains: { const: 1 }, minContains: 0 },
    some: { type: "array", items: {}, contains: { const: 1 }, minContains: 1 },
    rest: { type: "array", allOf: [{ prefixItems: [{ type: "integer" }] }], unevaluatedItems: { type: "string" } },
    short: { $ref: "#/$defs/Text", maxLength: 1, description: "At most a letter." },
    tree: { $ref: "#node" },
    closed: {
      allOf: [{ $ref: "#/$defs/Base" }],
      type: "object",
      properties: { b: { type: "string" } },
      unevaluatedProperties: { type: "integer" },
    },
    asks: {
      type: "object",
      properties: { a: true, b: true, c: true },
      dependentRequired: { a: ["b", "c"] },
      dependentSchemas: { b: { properties: { c: { type: "string" } } } },
    },
    never: false,
  },
  unevaluatedProperties: false,
  $defs: {
    Text: { type: "string" },
    Base: { type: "object", required: ["a"], properties: { a: { type: ["integer", "null"] } } },
    Node: { $anchor: "node", type: "object", properties: { a: { $ref: "#/$defs/Node" } }, additionalProperties: false },
  },
};

const DOCUMENT = {
  asyncapi: "3.1.0",
  info: { title: "Chat", version: "1.0.0" },
  channels: {
    chat: {
      address: "/chat",
      messages: { say: { payload: { schemaFormat: "application/schema+json;version=draft-2020-12", schema: SAY } } },
    },
  },
  operations: { receiveSay: { action: "receive", channel: { $ref: "#/channels/chat" } } },
};

/** A project with the package of the document, made by the command. */
async function project(): Promise<string> {
  const folder = temporaryFolder({ "chat.yaml": stringify(DOCUMENT) });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  expect(await runHere(["generate", "--from", "chat.yaml"], folder)).toMatchObject({ status: 0 });
  return folder;
}

test("a package of a document in 2020-12 admits what ajv's 2020-12 admits", async () => {
  const folder = await project();
  const { isSay } = await import(pathToFileURL(join(folder, "generated/chat/index.js")).href);
  const admits = new Ajv2020({ strict: false }).compile(SAY);
  const names = Object.keys(getObject(SAY, "properties")).filter((name) => name !== "type");
  const frame = fc.tuple(fc.constantFrom(...names, "other"), values).map(([name, value]) => ({ type: "say", [name]: value }));
  const verdicts = new Set<Json>();
  fc.assert(
    fc.property(frame, (said) => {
      verdicts.add(admits(said));
      expect(isSay(said)).toBe(admits(said));
    }),
    { numRuns: 20_000 },
  );
  expect(verdicts.size).toBe(2);
});

test("the package's own document is draft-07, and makes the same package", async () => {
  const folder = await project();
  const before = readTree(join(folder, "generated/chat"));
  expect(before["asyncapi.yaml"]).not.toMatch(/2020-12|prefixItems|unevaluated|dependent|\$defs/);
  const again = await runHere(["generate", "--from", "generated/chat/asyncapi.yaml", "--out", "again"], folder);
  expect(again).toMatchObject({ status: 0 });
  const { ".wirepact.json": _, ...after } = readTree(join(folder, "again/chat"));
  expect(before).toMatchObject(after);
});
