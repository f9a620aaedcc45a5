import { expect, test } from "vitest";
import { growthOf } from "../../generator/model/pattern/patternGrowth.ts";

// B11: the first is the pattern of the hostile inputs.
const exponential = [
  [
    "a repetition in a repetition",
    ["^(a+)+$", "^(a*)*$", "^([a-z]+)*$", "^(?:(a+)?)+$", "(.+)+x", "^((a|b)*)*$", "^(?<name>a+)+?$"],
  ],
  ["a separator that may be missing", ["^(\\w+\\s?)*$", "^(?:\\S+,?)+;$", "^(x+x+)+y$"]],
  [
    "branches that take the same text",
    ["^(a|a)*$", "^(a|aa)+$", "^(\\w|\\d)+$", "^(ab|a|b)*$", "^([\\u{61}-c]|b)*$", "^(\\p{L}|é)+$"],
  ],
  ["bounded repetitions with very many ways", ["^(a{1,10}){1,10}$", "^(?:a?){30}a{30}$", "^((a{1,250}){1,250}){1,250}$"]],
  ["what a lookaround looks for", ["^(?!(a+)+$).*", "^(?=(?:a|a)*b)"]],
  ["a part after one that would do", ["^(?:a(?:(?:b|b)+c)?)", "^(?:(?:a|aa)+b)+"]],
] as const;

test.each(exponential)("%s: the work explodes", (_, patterns) => {
  for (const pattern of patterns) expect([pattern, growthOf(pattern)]).toEqual([pattern, { kind: "exponential" }]);
});

const polynomial = [
  ["^a*a*$", 2],
  ["^(ab)*(ab)*$", 2],
  ["^[^@]+@[^@]+\\.[^@]+$", 2],
  ["^\\w{0,10000}\\w{0,10000}$", 2],
  ["^a*a*a*$", 3],
  // Tried from each place of the text.
  ["a+$", 2],
  ["^\\s+|\\s+$", 2],
  ["(?:^|,)a|b+;", 2],
  [".*.*=.*", 3],
] as const;

test.each(polynomial)("%s: the work grows with the power %i", (pattern, degree) => {
  expect(growthOf(pattern)).toEqual({ kind: "polynomial", degree });
});

const linear = [
  "",
  "foo",
  "^.*$",
  "[a-z]+",
  "(a+)+",
  "^(a?)*$",
  "^#[0-9a-f]{6}$",
  "^0x[0-9a-fA-F]{40}$",
  "^[a-z]+-[a-z]+$",
  "^[a-z0-9]+(?:-[a-z0-9]+)*$",
  "^\\p{L}+(?:\\s\\p{L}+)*$",
  "^(?:[\\w-]+\\.)*[\\w-]+$",
  "^(\\([a-z]*\\))*$",
  "^(?:\\/(?:[^~/]|~[01])*)*$",
  "^(?=.*[a-z])(?=.*\\d).{8,}$",
  "^v?\\d+\\.\\d+\\.\\d+(?:-[\\w.]+)?$",
  "^(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?$",
  "^(\\d{1,3}\\.){3}\\d{1,3}$",
  "^[A-Za-z0-9+/]{1,10000}={0,2}$",
  "^[a-z]{0,64}[a-z0-9]{0,64}$",
  "^(?:\\u{1F600}|\\uD83D\\uDE01|[\\x41\\u0042])*$",
  "^(['\"])[^'\"]*\\1$",
  "^\\s+$|^foo$",
  "^[\\]\\\\(]+[)]$",
];

test.each(linear)("%s: the work grows with the text", (pattern) => {
  expect(growthOf(pattern)).toEqual({ kind: "polynomial", degree: 1 });
});

test.each([
  ["a text", `^${"a".repeat(1900)}$`, "polynomial"],
  ["a longer text", "a".repeat(10_000), "unknown"],
  ["groups deeper than anybody writes", `^${"(".repeat(200)}a${")".repeat(200)}$`, "unknown"],
  ["a long loop", `^(?:${"ab".repeat(90)})*$`, "polynomial"],
  ["a long loop with two ways", `^(?:${"x".repeat(900)}(?:a|a)*)$`, "exponential"],
  ["very many branches", `(${"a|".repeat(900)}b){9}$`, "unknown"],
  ["very many parts that may be missing", `^${"a?".repeat(900)}$`, "unknown"],
  ["very many words", `^(${Array.from({ length: 300 }, (_, index) => `w${index}`).join("|")})$`, "polynomial"],
])("of what is long, %s", (_, pattern, kind) => {
  expect(growthOf(pattern).kind).toBe(kind);
});
