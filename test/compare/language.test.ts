import { formats } from "@wirepact/runtime";
import fc from "fast-check";
import { expect, test } from "vitest";
import { BUDGET, Meter } from "../../generator/compare/schema/budget.ts";
import { FORMAT_FACTS, FORMAT_PATTERNS } from "../../generator/compare/schema/formatFacts.ts";
import { type Found, findText } from "../../generator/compare/schema/language/findText.ts";

type Wish = readonly [pattern: string, holds: boolean];

function find(wishes: readonly Wish[], from = 0, to = Infinity, except: readonly string[] = []): Found {
  return findText({ patterns: wishes.map(([pattern, holds]) => ({ pattern, holds })), except, from, to }, new Meter(BUDGET));
}

test.each<readonly [Wish[], string | undefined]>([
  [
    [
      ["^a", true],
      ["b$", true],
    ],
    "ab",
  ],
  [
    [
      ["^a", true],
      ["b$", true],
      ["^a.*b$", false],
    ],
    "a\nb",
  ],
  [
    [
      ["^a$", true],
      ["^b$", true],
    ],
    undefined,
  ],
  [
    [
      ["a", true],
      ["^a", false],
    ],
    "\u0000a",
  ],
  [
    [
      ["^[a-f]+$", true],
      ["^[a-z]+$", false],
    ],
    undefined,
  ],
  [
    [
      ["^\\d{3}$", true],
      ["^[0-9]+$", false],
    ],
    undefined,
  ],
  [
    [
      ["^\\w+$", true],
      ["^[A-Za-z0-9_]+$", false],
    ],
    undefined,
  ],
  [
    [
      ["^\\s$", true],
      ["^[ \\t\\n\\r\\v\\f]$", false],
    ],
    "\u00a0",
  ],
  [
    [
      ["^(a|bc)*$", true],
      ["^(a*(bc)*)*$", false],
    ],
    undefined,
  ],
  [
    [
      ["^(?:ab){2,3}$", true],
      ["^(?:ab){2}$", false],
    ],
    "ababab",
  ],
  [[["", false]], undefined],
  [[["$^", true]], ""],
  [[["a^b", true]], undefined],
  [
    [
      ["a$|^b", true],
      ["a$", false],
    ],
    "b",
  ],
])("of %j the shortest text is %j", (wishes, text) => {
  const found = find(wishes);
  expect(found).toBeDefined();
  const isAll = (one: string) => wishes.every(([pattern, holds]) => new RegExp(pattern, "u").test(one) === holds);
  if (text === undefined) expect(found?.text).toBeUndefined();
  else expect([found?.text?.length, isAll(found?.text ?? "")]).toEqual([text.length, true]);
});

test.each([
  "a\\b",
  "(?=a)",
  "(?<!a)b",
  "(a)\\1",
  "(?<n>a)\\k<n>",
  "\\p{L}",
  "\\u{1F600}|\\ud83d",
])("%j is left to others", (pattern) => {
  expect(find([[pattern, true]])).toBeUndefined();
});

test("lengths and left out texts are kept", () => {
  expect(find([["^a*$", true]], 3, 3)?.text).toBe("aaa");
  expect(find([["^a*$", true]], 3, 3, ["aaa"])).toEqual({ text: undefined });
  expect(find([["^(on|off)$", true]], 0, 9, ["on"])?.text).toBe("off");
  expect(find([["^(on|off)$", true]], 0, 9, ["on", "off"])).toEqual({ text: undefined });
});

/** Random expressions of the regular kind. */
const expression: fc.Arbitrary<string> = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    fc.constantFrom("a", "b", "[ab]", "[^a]", ".", "\\d", "\\w", "^", "$", "", "1"),
    fc.tuple(tie("any"), tie("any")).map(([one, other]) => one + other),
    fc.tuple(tie("any"), tie("any")).map(([one, other]) => `(?:${one}|${other})`),
    fc.tuple(tie("any"), fc.constantFrom("*", "+", "?", "{2}", "{1,2}")).map(([one, count]) => `(?:${one})${count}`),
  ),
})).any;

test("what is proved to be no text's is no text's that random search finds, and what is found is one", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "1", "\n", "c"), maxLength: 5 });
  fc.assert(
    fc.property(expression, expression, fc.array(text, { minLength: 40, maxLength: 40 }), (one, other, texts) => {
      const [mine, yours] = [new RegExp(one, "u"), new RegExp(other, "u")];
      const isOne = (candidate: string) => mine.test(candidate) && !yours.test(candidate);
      const found = find(
        [
          [one, true],
          [other, false],
        ],
        0,
        20,
      );
      if (found === undefined) return true;
      return found.text === undefined ? !texts.some(isOne) : isOne(found.text);
    }),
    { numRuns: 1000 },
  );
});

test.each([...FORMAT_PATTERNS])("texts of the format %s match its pattern", (name, { pattern }) => {
  const samples = FORMAT_FACTS.get(name)?.samples ?? [];
  expect(samples.filter((sample) => !new RegExp(pattern, "u").test(sample))).toEqual([]);
});

test.each([
  ...FORMAT_FACTS,
])("samples of the format %s are of it, of those that it implies, and as long as it says", (name, facts) => {
  const all = new Map(Object.entries(formats));
  for (const sample of facts.samples) {
    for (const format of [name, ...facts.implies])
      expect([format, (all.get(format) as (text: string) => boolean)(sample)]).toEqual([format, true]);
    expect([...sample].length).toBeGreaterThanOrEqual(facts.from);
    expect([...sample].length).toBeLessThanOrEqual(facts.to);
  }
});

test.each([...FORMAT_PATTERNS].filter(([, { isExact }]) => isExact))("only texts of the format %s match its pattern", (name, {
  pattern,
}) => {
  const test = new Map(Object.entries(formats)).get(name) as (text: string) => boolean;
  fc.assert(fc.property(fc.stringMatching(new RegExp(pattern, "u")), (text) => test(text)));
});
