import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../generator/json.ts";
import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { Draft, messageOf } from "../support/hostile/draft.ts";
import { contractOf } from "../support/makeFiles.ts";
import { PROTOCOLS } from "../support/protocols.ts";
import { shippedContract } from "../support/shipped.ts";
import { verdictOf } from "../support/verdict.ts";

/** The names that every object seems to have. */
const MEMBERS = Object.getOwnPropertyNames(Object.prototype);

/** Reads frames of a document as JSON text: there a key named `__proto__` is a key. */
function readerOf(draft: Draft): (text: string) => string[] {
  const { server } = createFrameReader(contractOf(draft.document()));
  return (text) => verdictOf(server(JSON.parse(text)));
}

function withProperty(name: string, schema: Json, required: boolean): Draft {
  const draft = new Draft();
  draft.properties.set(name, schema);
  if (required) draft.required.push(name);
  return draft;
}

describe.each(MEMBERS)("a property named %s", (name) => {
  const absent = '{"type":"base"}';
  const right = `{"type":"base","${name}":1}`;
  const wrong = `{"type":"base","${name}":"text"}`;

  test("is required where the schema says so", () => {
    const read = readerOf(withProperty(name, { type: "integer" }, true));
    expect([absent, right, wrong].map(read)).toEqual([[`/${name} required`], ["ok base"], [`/${name} type`]]);
  });

  test("may be absent where it is optional, and is checked where it is not", () => {
    const read = readerOf(withProperty(name, { type: "integer" }, false));
    expect([absent, right, wrong].map(read)).toEqual([["ok base"], ["ok base"], [`/${name} type`]]);
  });

  test("is the only one that a closed object takes", () => {
    const draft = new Draft();
    draft.closed.set(name, { type: "integer" });
    const read = readerOf(draft);
    const others = MEMBERS.filter((other) => other !== name);
    expect(read(`{"type":"base","closed":{"${name}":1}}`)).toEqual(["ok base"]);
    expect(read(`{"type":"base","closed":{"${name}":"text"}}`)).toEqual([`/closed/${name} type`]);
    for (const other of others)
      expect(read(`{"type":"base","closed":{"${other}":1}}`)).toEqual([`/closed/${other} additionalProperties`]);
  });

  test("stands beside a pattern for other names in a closed object", () => {
    const closed = {
      type: "object",
      properties: { [name]: { type: "integer" } },
      patternProperties: { "^x": { type: "integer" } },
    };
    const read = readerOf(withProperty("closed", { ...closed, additionalProperties: false }, true));
    expect(read(`{"type":"base","closed":{"${name}":1,"x":1}}`)).toEqual(["ok base"]);
    expect(read(`{"type":"base","closed":{"x":"text"}}`)).toEqual(["/closed/x type"]);
  });

  test("tells the branches of a union apart", () => {
    const branch = (value: string) => ({
      type: "object",
      required: [name],
      properties: { [name]: { type: "string", const: value } },
    });
    const union = { type: "object", required: [name], properties: { [name]: { type: "string" } }, discriminator: name };
    const read = readerOf(withProperty("union", { ...union, oneOf: [branch("a"), branch("b")] }, true));
    expect(read(`{"type":"base","union":{"${name}":"b"}}`)).toEqual(["ok base"]);
    expect(read(`{"type":"base","union":{"${name}":"c"}}`)).toEqual([`/union/${name} enum`]);
    expect(read(`{"type":"base","union":{}}`)).toContain(`/union/${name} required`);
  });

  test("tells messages apart", () => {
    const draft = new Draft();
    draft.extension.set("discriminators", { client: [`/${name}`], server: [`/${name}`] });
    draft.properties.set(name, { type: "string", const: "base" });
    draft.required.push(name);
    const read = readerOf(draft);
    expect(read(`{"type":"base","${name}":"base"}`)).toEqual(["ok base"]);
    expect(read(`{"type":"base","${name}":"other"}`)).toEqual([`/${name} unknown-message`]);
    expect(read('{"type":"base"}')).toEqual([`/${name} required`]);
  });
});

describe("a message named like a member of Object.prototype", () => {
  test.each(MEMBERS)("%s is that message where the contract declares it", (name) => {
    const draft = new Draft();
    draft.messages.set(name, messageOf(name, { count: { type: "integer" } }));
    const read = readerOf(draft);
    expect(read(`{"type":"${name}"}`)).toEqual([`ok ${name}`]);
    expect(read(`{"type":"${name}","count":"one"}`)).toEqual(["/count type"]);
  });

  test.each(PROTOCOLS)("is unknown to %s", async (protocol) => {
    const contract = await shippedContract(protocol);
    const reader = createFrameReader(contract);
    for (const side of ["client", "server"] as const) {
      for (const pointer of contract.discriminators[side]) {
        const verdicts = [...MEMBERS, "prototype"].map((name) => verdictOf(reader[side](frameWith(pointer, name))));
        expect(new Set(verdicts.flat())).toEqual(new Set([`${pointer} unknown-message`]));
      }
    }
  });

  test.each(MEMBERS)("%s is an unknown variant", async (name) => {
    const { server } = createFrameReader(await shippedContract("agent"));
    const result = server({ event: "agent_event", data: { event_type: name, data: {} } });
    expect(verdictOf(result)).toEqual(["/data/event_type unknown-message"]);
  });
});

/** A frame with a value at a pointer and nothing else. */
function frameWith(pointer: string, value: Json): Json {
  return pointer
    .split("/")
    .slice(1)
    .reduceRight<Json>((inner, step): JsonObject => ({ [step]: inner }), value);
}

describe("a property whose name means something in a pointer", () => {
  test.each(["a/b", "a~b", "a~1b", "*"])("%s tells variants apart", (name) => {
    const branch = (value: string) => ({
      type: "object",
      required: [name],
      properties: { [name]: { type: "string", const: value } },
    });
    const draft = new Draft();
    draft.properties.set("body", {
      type: "object",
      required: [name],
      properties: { [name]: { type: "string" } },
      discriminator: name,
      oneOf: [branch("a"), branch("b")],
    });
    draft.required.push("body");
    draft.messageExtension.set("body", "/body");
    const step = name.replaceAll("~", "~0").replaceAll("/", "~1");
    expect(readerOf(draft)(`{"type":"base","body":{"${name}":"c"}}`)).toEqual([`/body/${step} unknown-message`]);
  });

  test("* holds bytes, and its neighbours hold text", () => {
    const draft = withProperty("*", { type: "string", contentEncoding: "base64" }, false);
    draft.properties.set("text", { type: "string" });
    expect(readerOf(draft)('{"type":"base","*":"AAAA","text":"AAAA"}')).toEqual(["ok base"]);
  });
});

describe("a payload with keys of its own named __proto__ and constructor", () => {
  const evil = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';

  test("is read as it is and pollutes nothing", () => {
    const { server } = createFrameReader(contractOf(withProperty("open", { type: "object" }, true).document()));
    const frame = JSON.parse(`{"type":"base","open":${evil}}`);
    const result = server(frame);
    expect(result).toMatchObject({ ok: true });
    expect(JSON.stringify(result.ok && result.value)).toBe(JSON.stringify(frame));
    expect("polluted" in {}).toBe(false);
  });

  test("is copied as it is where bytes are decoded", () => {
    const bytes = { type: "string", contentEncoding: "base64" };
    const { server } = createFrameReader(contractOf(withProperty("bytes", bytes, true).document()));
    const result = server(JSON.parse(`{"type":"base","bytes":"AAAA",${evil.slice(1)}`));
    expect(result).toMatchObject({ ok: true, value: { bytes: new Uint8Array(3) } });
    const value = Object(result.ok && result.value);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.keys(value)).toEqual(["type", "bytes", "__proto__", "constructor"]);
    expect("polluted" in {}).toBe(false);
  });
});
