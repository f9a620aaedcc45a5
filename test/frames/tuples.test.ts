import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../generator/json.ts";
import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { Draft, messageOf } from "../support/hostile/draft.ts";
import { contractOf } from "../support/makeFiles.ts";

function isHeld(schema: Json, value: Json): boolean {
  const draft = new Draft();
  draft.messages.set("held", messageOf("held", { value: schema }));
  return createFrameReader(contractOf(draft.document())).server({ type: "held", value }).ok;
}

const text = { type: "string" };
const number = { type: "number" };
const pair: JsonObject = { type: "array", items: [text, number], contains: number };

describe("a tuple", () => {
  test.each([
    { value: [], held: false },
    { value: ["a"], held: false },
    { value: ["a", 1], held: true },
    { value: ["a", "b"], held: false },
    { value: ["a", 1, "more"], held: true },
  ])("with another keyword holds for $value: $held, and its opposite says the contrary", ({ value, held }) => {
    expect([isHeld(pair, value), isHeld({ not: pair }, value)]).toEqual([held, !held]);
  });

  test("that has no item holds no sooner where a condition or another list asks", () => {
    expect(isHeld({ if: pair, else: false }, [])).toBe(false);
    expect(isHeld({ type: "array", contains: pair }, [[]])).toBe(false);
  });
});
