import { expect, test } from "vitest";
import { compile } from "../../generator/emit/validators/compile.ts";
import { createAjv } from "../../generator/emit/validators/createAjv.ts";
import { KeptTexts } from "../../generator/emit/validators/keptTexts.ts";

test("the oldest goes where there is no more room, and no more than that", () => {
  const kept = new KeptTexts<string>((made) => made.length, 12);
  for (const text of ["one", "two"]) kept.set(text, text);
  expect([kept.get("one"), kept.get("two")]).toEqual(["one", "two"]);
  kept.set("six", "");
  expect([kept.get("one"), kept.get("two"), kept.get("six")]).toEqual([undefined, "two", ""]);
});

test("what is larger than the room is not kept", () => {
  const kept = new KeptTexts<string>((made) => made.length, 4);
  kept.set("large", "larger");
  expect(kept.get("large")).toBe(undefined);
  kept.set("a", "b");
  expect(kept.get("a")).toBe("b");
});

test("what is printed never has the numbers of what was only run", () => {
  const schema = (word: string) => ({ type: "string", pattern: `^${word}$` });
  const shared = createAjv();
  compile(schema("before"), shared);
  const isRun = compile(schema("numbered"), shared);
  const printed = compile(schema("numbered"));
  expect(printed).not.toEqual(isRun);
  expect(compile(schema("numbered"))).toBe(printed);
});
