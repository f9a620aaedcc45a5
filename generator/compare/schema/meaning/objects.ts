import { get, getObject, getStrings } from "../../../json.ts";
import { type ObjectFact, ofType, type Ways } from "../claim.ts";
import type { Literal } from "../literal.ts";
import { all, breaks, keeps, type Meaning, type Word } from "./meaning.ts";

/** The keywords about objects. */
export const objectMeanings: readonly Meaning[] = [
  {
    keywords: ["required"],
    keep: ({ schema }) => all(fact({ kind: "required", names: getStrings(schema, "required") })),
    breach: ({ schema }) => getStrings(schema, "required").map((name) => [ofType("object"), fact({ kind: "absent", name })]),
  },
  { keywords: ["properties", "patternProperties", "additionalProperties"], keep: keepProperties, breach: breakProperties },
  { keywords: ["minProperties"], keep: keepLeast, breach: breakLeast },
  { keywords: ["maxProperties"], keep: keepMost, breach: breakMost },
  {
    keywords: ["propertyNames"],
    keep: (word) => all(fact({ kind: "names", name: keeps(word, word.schema["propertyNames"]) })),
    breach: (word) => all(ofType("object"), some(word, [breaks(word, word.schema["propertyNames"])], keeps(word, true))),
  },
];

function fact(object: ObjectFact): { kind: "object"; fact: ObjectFact } {
  return { kind: "object", fact: object };
}

function some(_: Word, names: readonly Literal[], value: Literal): { kind: "object"; fact: ObjectFact } {
  return fact({ kind: "some", names, value });
}

function keepProperties(word: Word): Ways {
  const named = Object.entries(getObject(word.schema, "properties")).map(([name, held]) => [name, keeps(word, held)] as const);
  const patterns = Object.entries(getObject(word.schema, "patternProperties")).map(
    ([pattern, held]) => [pattern, keeps(word, held)] as const,
  );
  const rest = keeps(word, word.schema["additionalProperties"]);
  return all(fact({ kind: "properties", named: new Map(named), patterns, rest }));
}

/** What a reader demands of a property by its name is what most changes are about: it comes first, strangers last. */
function breakProperties(word: Word): Ways {
  const { schema } = word;
  const named = Object.entries(getObject(schema, "properties"));
  const patterns = Object.entries(getObject(schema, "patternProperties"));
  const rest = schema["additionalProperties"];
  return [
    ...named.map(([name, held]) => [ofType("object"), fact({ kind: "at", name, value: breaks(word, held) })]),
    ...patterns.map(([pattern, held]) => [ofType("object"), some(word, [keeps(word, { pattern })], breaks(word, held))]),
    ...(rest === undefined || rest === true ? [] : [[ofType("object"), some(word, strangers(word), breaks(word, rest))]]),
  ];
}

/** Names that are neither named nor matched. */
function strangers(word: Word): Literal[] {
  const names = Object.keys(getObject(word.schema, "properties"));
  const patterns = Object.keys(getObject(word.schema, "patternProperties"));
  return [breaks(word, { enum: names }), ...patterns.map((pattern) => breaks(word, { pattern }))];
}

function count({ schema }: Word, name: string): number | undefined {
  const held = get(schema, name);
  return typeof held === "number" ? held : undefined;
}

function keepLeast(word: Word): Ways {
  return all(fact({ kind: "count", from: count(word, "minProperties") ?? 0, to: Infinity }));
}

function breakLeast(word: Word): Ways {
  return all(ofType("object"), fact({ kind: "count", from: 0, to: (count(word, "minProperties") ?? 0) - 1 }));
}

function keepMost(word: Word): Ways {
  return all(fact({ kind: "count", from: 0, to: count(word, "maxProperties") ?? Infinity }));
}

function breakMost(word: Word): Ways {
  return all(ofType("object"), fact({ kind: "count", from: (count(word, "maxProperties") ?? Infinity) + 1, to: Infinity }));
}
