import { describe, expect, test } from "vitest";
import { Findings } from "../../generator/diagnostics.ts";
import type { Json, JsonObject } from "../../generator/json.ts";
import { buildContract } from "../../generator/model/buildContract.ts";
import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { Draft } from "../support/hostile/draft.ts";
import { contractOf } from "../support/makeFiles.ts";

/** A document whose messages are told by the properties that they require, in the order in which they are given. */
function documentOf(shapes: Readonly<Record<string, readonly string[]>>, declared?: Json, more: JsonObject = {}): JsonObject {
  const draft = new Draft();
  for (const [name, required] of Object.entries(shapes)) {
    const properties = Object.fromEntries(required.map((key) => [key, {}]));
    draft.messages.set(name, { payload: { type: "object", required, properties, ...more }, "x-wirepact": { shape: true } });
  }
  if (declared !== undefined) draft.extension.set("shapes", declared);
  return draft.document();
}

function readAs(document: JsonObject, frame: Json): string | undefined {
  const result = createFrameReader(contractOf(document)).server(frame);
  return result.ok ? result.message : undefined;
}

function findingsOf(document: JsonObject): string[] {
  const findings = new Findings();
  buildContract(document, "sample", findings);
  return findings.all.map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`);
}

const frame = { a: 1, b: 1, c: 1 };

describe("of messages without a discriminator that one frame has all properties of", () => {
  test("that which requires the other's properties too is tried first, whatever is declared", () => {
    expect(readAs(documentOf({ small: ["a"], large: ["a", "b"] }), frame)).toBe("large");
    expect(readAs(documentOf({ small: ["a"], large: ["a", "b"] }, ["small", "large"]), frame)).toBe("large");
  });

  test("those that are declared are tried in that order", () => {
    const shapes = { one: ["a"], two: ["b"], three: ["b", "c"] };
    expect(readAs(documentOf(shapes, ["one", "two", "three"]), frame)).toBe("one");
    expect(readAs(documentOf(shapes, ["two", "one"]), frame)).toBe("three");
  });

  test("others are tried by the number of properties that they require, then as they stand", () => {
    expect(readAs(documentOf({ one: ["a"], two: ["b", "c"] }), frame)).toBe("two");
    expect(readAs(documentOf({ one: ["b"], two: ["a"] }), frame)).toBe("one");
  });
});

describe("an order that nobody has decided", () => {
  test("is a warning at the message that is tried later", () => {
    expect(findingsOf(documentOf({ one: ["a"], two: ["b"] }))).toEqual(["warning overlapping-shapes /components/messages/two"]);
  });

  test("is no matter where it is declared", () => {
    expect(findingsOf(documentOf({ one: ["a"], two: ["b"] }, ["two", "one"]))).toEqual([]);
  });

  test("is no matter where each refuses what the other requires", () => {
    expect(findingsOf(documentOf({ one: ["a"], two: ["b"] }, undefined, { additionalProperties: false }))).toEqual([]);
  });
});

describe("a declared order", () => {
  test("may not name a message that is none", () => {
    expect(findingsOf(documentOf({ one: ["a"] }, ["one", "won"]))).toEqual(["error unlisted-message /x-wirepact/shapes/1"]);
  });

  test("may not name a message that has a discriminator", () => {
    expect(findingsOf(documentOf({ one: ["a"] }, ["base", "one"]))).toEqual(["error bad-extension /x-wirepact/shapes/0"]);
  });
});
