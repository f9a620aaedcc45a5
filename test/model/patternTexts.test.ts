import { describe, expect, test } from "vitest";
import { patternTexts } from "../../generator/model/pattern/patternTexts.ts";

/** Patterns whose texts may be as long as one likes, and such whose may not. */
const ENDLESS = [
  "^[a-z]+$",
  "^[a-z][a-z0-9_]*$",
  "^(?:a|b)+c?$",
  "^\\S+@\\S+\\.\\S+$",
  "^[^/]+/[^/]+$",
  "^v\\d+\\.\\d+\\.\\d+(-[a-z]+)?$",
  "^\\p{L}+$",
  "^\\d{1,3}(,\\d{3})*$",
  "^\\w+( \\w+)*$",
  "^\\s+$",
  "^(?=.*\\d)[a-z\\d]+$",
  "^(?!no)[a-z]+$",
];
const BOUNDED = [
  "^[A-Z]{3}-\\d{4}$",
  "^0x[0-9a-fA-F]{40}$",
  "^.{1,20}$",
  "^[\\x01-\\x05]{2}$",
  "^[ā-ž]{3}$",
  "^$",
  "^a{250}$",
  "x{3}$",
];

describe("texts of a pattern", () => {
  test.each([...ENDLESS, ...BOUNDED])("are found for %s", (pattern) => {
    expect(patternTexts(pattern, []).some((text) => new RegExp(pattern, "u").test(text))).toBe(true);
  });

  test.each(ENDLESS)("are as long as is wanted for %s", (pattern) => {
    const matches = (text: string) => new RegExp(pattern, "u").test(text);
    for (const length of [8, 50, 300]) {
      expect(patternTexts(pattern, [length]).some((text) => matches(text) && text.length >= length)).toBe(true);
    }
  });

  test("are few and of a bounded length, whatever is repeated", () => {
    const texts = patternTexts("^(?:(?:a{1,100}b?){1,100}c?){1,100}$", [10, 1000, 100_000]);
    expect(texts.length).toBeLessThan(50);
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(10_000);
  });
});
