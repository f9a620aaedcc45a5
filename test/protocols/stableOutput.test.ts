import { pointerSteps } from "@wirepact/runtime";
import { describe, expect, test } from "vitest";
import { getObject, type JsonObject } from "../../generator/json.ts";
import type { Contract, Definition, Message } from "../../generator/model/contract.ts";
import { behind, editAt, type Insert, inFront } from "../support/derive/editDocument.ts";
import { valueAt } from "../support/derive/pointers.ts";
import { contractOf, makeFiles } from "../support/makeFiles.ts";
import { changeBetween, changedPaths, declarations, type Files, linesOfYaml, lostLines } from "../support/packageDiff.ts";
import { byName, byProtocol, shippedContracts } from "../support/shipped.ts";

const FIELD = { x_note: { type: "string", description: "A remark." } };

describe.each(byProtocol(await shippedContracts()))("%s", (protocol, contract) => {
  const before = makeFiles(contract);
  const withFields = contract.messages.filter((message) => valueAt(contract.document, fieldsOf(message)) !== undefined);
  const objects = contract.definitions.filter(({ schema }) => Object.keys(getObject(schema, "properties")).length > 0);

  test("only these messages and schemas have no fields to add to", () => {
    const others = [...contract.messages, ...contract.definitions].filter((each) => ![...withFields, ...objects].includes(each));
    expect(others.map(({ name }) => name)).toEqual({ agent: ["disconnect"], nodetool: ["MessageContent"] }[protocol] ?? []);
  });

  describe("one optional field before the others changes the lines of its message, and nothing else", () => {
    test.each(byName(withFields))("%s", (_name, message) => expectOwnLines(message, inFront));
  });

  test("so it does behind the others", () => {
    for (const message of withFields.slice(0, 2)) expectOwnLines(message, behind);
  });

  test("one optional field of a named schema changes its own lines, and the JSON Schemas and fixtures of what contains it", () => {
    for (const definition of objects) {
      const { identifier, pointer } = definition;
      const after = filesOf(withField(contract, `${pointer}/properties`, inFront));
      const schemas = schemasWith(definition, before);
      const fixtures = schemas.map((path) => path.replace("schemas/", "fixtures/")).filter((path) => before.has(path));
      const own = ["asyncapi.yaml", ...fixtures, ...schemas, "types.d.ts", `validators/${identifier}.js`];
      expect(changedPaths(before, after)).toEqual(own);
      expectWithin(pointer, before, after);
      expect(changedDeclarations(before, after)).toEqual([identifier]);
    }
  });

  test.each(
    Object.entries({ "before the others": inFront, "behind the others": behind }),
  )("a message %s adds its lines, and changes none of any other", (_end, insert) => {
    const after = filesOf(withMessage(contract, insert));
    const lost = [...before].filter(([path, text]) => lostLines(text, after.get(path) ?? "").length > 0);
    // The end of a union is all that may move.
    expect(lost.map(([path]) => path).filter((path) => path !== "types.d.ts")).toEqual([]);
    const declared = changedDeclarations(before, after).filter((name) => !name.startsWith("XNote"));
    expect(declared).toEqual(["ParsedServerMessage", "ServerFields", "ServerMessage", "ServerMessageName", "ServerMessages"]);
    expect([...after.keys()].filter((path) => !before.has(path))).toEqual([
      "fixtures/XNote.json",
      "schemas/XNote.json",
      "validators/XNote.js",
    ]);
  });

  test("a message of the client adds its method to the stubs, and changes none of any other", () => {
    const after = filesOf(withMessage(contract, behind, "receive"));
    const lost = STUBS.flatMap((path) => lostLines(before.get(path) ?? "", after.get(path) ?? ""));
    expect(lost).toEqual([]);
    expect(changedPaths(before, after).filter((path) => STUBS.includes(path))).toEqual(STUBS);
  });

  function expectOwnLines(message: Message, insert: Insert): void {
    const { identifier, pointer } = message;
    const edited = contractOf(withField(contract, fieldsOf(message), insert), protocol);
    const after = makeFiles(edited);
    const own = [
      "asyncapi.yaml",
      `fixtures/${identifier}.json`,
      `schemas/${identifier}.json`,
      "types.d.ts",
      `validators/${identifier}.js`,
    ];
    // From its first field on, whoever sends it has something to give.
    const stubs = message.fields.kind === "none" ? [...STUBS, "README.md"] : [];
    expect(changedPaths(before, after).filter((path) => !stubs.includes(path))).toEqual(own);
    for (const path of stubs) expectStub(contract, message, lostLines(before.get(path) ?? "", after.get(path) ?? ""));
    expectWithin(pointer, before, after);
    expectOwnFixtures(identifier, before, after);
    expect(changedDeclarations(before, after)).toEqual(declarationsOf(message, messageOf(edited, message)));
  }

  function filesOf(document: JsonObject): Files {
    return makeFiles(contractOf(document, protocol));
  }
});

const STUBS = ["client.d.ts", "client.js", "server.d.ts", "server.js"];

/** The lines that a stub lost are of the message itself or of what it answers, or the brackets of a list that was its alone. */
function expectStub({ replies, messages }: Contract, message: Message, lost: readonly string[]): void {
  const answered = replies.flatMap((pair) => (pair.replies.includes(message.name) ? [pair.request] : []));
  const methods = messages.filter(({ name }) => name === message.name || answered.includes(name)).map(({ method }) => method);
  const own = [`"${message.name}",`, ...methods.flatMap((method) => [`${method}(`, `${method}?(`, `| \`${method}(`])];
  const others = lost.filter((line) => !own.some((text) => line.trim().startsWith(text)));
  expect(others.filter((line) => !["  withoutFields: [", "  ],"].includes(line))).toEqual([]);
}

function messageOf({ messages }: Contract, { pointer }: Message): Message {
  const found = messages.find((message) => message.pointer === pointer);
  if (found === undefined) throw new TypeError(`no message at ${pointer}`);
  return found;
}

/** The declarations that a first field, or one more, of a message changes. */
function declarationsOf({ fields, from }: Message, { bodyType, identifier, fields: grown }: Message): string[] {
  const body = bodyType?.identifier ?? identifier;
  const own = grown.kind === "own" ? [grown.identifier] : [];
  // The maps of its sides name what is given to send it from its first field on.
  const maps = from.map((side) => (side === "client" ? "ClientFields" : "ServerFields"));
  if (fields.kind === "none") return [...maps, body, ...own].sort();
  return own.length > 0 ? own : [body];
}

/** The document's place for the fields of a message's body. A Socket.IO event's payload is its data. */
function fieldsOf({ pointer, body, match }: Message): string {
  const isEvent = match.kind !== "shape" && match.pointer === "/event";
  const steps = isEvent ? [] : pointerSteps(body);
  return `${pointer}/payload${steps.map((step) => `/properties/${step}`).join("")}/properties`;
}

function withField({ document }: Contract, pointer: string, insert: Insert): JsonObject {
  return editAt(document, pointer, (fields) => insert(fields, FIELD));
}

function withMessage({ protocol, document, transport }: Contract, insert: Insert, action = "send"): JsonObject {
  const channel = { $ref: `#/channels/${protocol}` };
  const flat = { type: "object", required: ["type"], properties: { type: { type: "string", const: "x_note" }, ...FIELD } };
  const payload = transport === "socketio" ? { type: "object", properties: FIELD } : flat;
  const additions: Readonly<Record<string, JsonObject>> = {
    "/components/messages": { x_note: { name: "x_note", summary: "A remark.", payload } },
    [`/channels/${protocol}/messages`]: { x_note: { $ref: "#/components/messages/x_note" } },
    "/operations": { "send-x_note": { action, channel, messages: [{ $ref: `${channel.$ref}/messages/x_note` }] } },
  };
  return Object.entries(additions).reduce(
    (edited, [pointer, added]) => editAt(edited, pointer, (own) => insert(own, added)),
    document,
  );
}

/** The JSON Schemas that a named schema is part of: its own, and those which refer to it. */
function schemasWith({ identifier }: Definition, files: Files): string[] {
  const refers = ([path, text]: [string, string]) =>
    path.startsWith("schemas/") && text.includes(`"#/definitions/${identifier}"`);
  const others = [...files].filter(refers).map(([path]) => path);
  return [...new Set([`schemas/${identifier}.json`, ...others])].sort();
}

/** The document changes between the first and the last line of what stands at a pointer, by the new field alone. */
function expectWithin(pointer: string, before: Files, after: Files): void {
  const yaml = before.get("asyncapi.yaml") ?? "";
  const { line, removed, added } = changeBetween(yaml, after.get("asyncapi.yaml") ?? "");
  const [first, last] = linesOfYaml(yaml, pointerSteps(pointer));
  expect(line).toBeGreaterThan(first);
  expect(line + removed.length).toBeLessThanOrEqual(last + 1);
  const field = ["x_note:", "type: string", "description: A remark."];
  // An object that had no fields is written `properties: {}`.
  expect(added.map((text) => text.trim())).toEqual(removed.length === 0 ? field : ["properties:", ...field]);
}

/** What a message loses of its fixtures is at most its largest frames, which have the field now, and the places that it did not have. */
function expectOwnFixtures(identifier: string, before: Files, after: Files): void {
  const path = `fixtures/${identifier}.json`;
  const lost = lostLines(before.get(path) ?? "", after.get(path) ?? "");
  const largest = /"id":"[^"]*\/(full|unknown-properties[^"]*|msgpack-[a-z]+|branch[^"]*)"/;
  expect(lost.filter((line) => !largest.test(line))).toEqual([]);
}

function changedDeclarations(before: Files, after: Files): string[] {
  return changedPaths(declarations(before.get("types.d.ts") ?? ""), declarations(after.get("types.d.ts") ?? ""));
}
