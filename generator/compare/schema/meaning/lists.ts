import { get, isList } from "../../../json.ts";
import { type ListFact, ofType, type Ways } from "../claim.ts";
import { all, breaks, keeps, type Meaning, type Word } from "./meaning.ts";

/** The keywords about lists. */
export const listMeanings: readonly Meaning[] = [
  {
    keywords: ["minItems"],
    keep: (word) => keepLength(count(word, "minItems"), undefined),
    breach: (word) => breakLength(undefined, count(word, "minItems")),
  },
  {
    keywords: ["maxItems"],
    keep: (word) => keepLength(undefined, count(word, "maxItems")),
    breach: (word) => breakLength(count(word, "maxItems"), undefined),
  },
  { keywords: ["items", "additionalItems"], keep: keepItems, breach: breakItems },
  {
    keywords: ["contains"],
    keep: (word) => all(fact({ kind: "some", from: 0, to: Infinity, item: keeps(word, word.schema["contains"]) })),
    breach: (word) => all(ofType("array"), fact({ kind: "each", first: [], rest: breaks(word, word.schema["contains"]) })),
  },
  {
    keywords: ["uniqueItems"],
    keep: ({ schema }) => (schema["uniqueItems"] === true ? all(fact({ kind: "unique", holds: true })) : [[]]),
    breach: ({ schema }) => (schema["uniqueItems"] === true ? all(ofType("array"), fact({ kind: "unique", holds: false })) : []),
  },
];

function fact(list: ListFact): { kind: "list"; fact: ListFact } {
  return { kind: "list", fact: list };
}

function count({ schema }: Word, name: string): number | undefined {
  const held = get(schema, name);
  return typeof held === "number" ? held : undefined;
}

function keepLength(from: number | undefined, to: number | undefined): Ways {
  const isSaid = from !== undefined || to !== undefined;
  return isSaid ? all(orLists(from, to)) : [[]];
}

function orLists(from = 0, to = Infinity): { kind: "list"; fact: ListFact } {
  return fact({ kind: "length", from, to });
}

/** Longer than the most, or shorter than the least. */
function breakLength(most: number | undefined, least: number | undefined): Ways {
  if (most !== undefined) return all(ofType("array"), orLists(most + 1));
  return least === undefined ? [] : all(ofType("array"), orLists(0, least - 1));
}

function keepItems(word: Word): Ways {
  const { items, additionalItems } = word.schema;
  if (!isList(items)) return items === undefined ? [[]] : all(fact({ kind: "each", first: [], rest: keeps(word, items) }));
  return all(fact({ kind: "each", first: items.map((item) => keeps(word, item)), rest: keeps(word, additionalItems) }));
}

function breakItems(word: Word): Ways {
  const { items, additionalItems } = word.schema;
  const first = isList(items) ? items : [];
  const rest = isList(items) ? additionalItems : items;
  const places = first.map((item, index) => [
    ofType("array"),
    fact({ kind: "some", from: index, to: index + 1, item: breaks(word, item) }),
  ]);
  if (rest === undefined || rest === true) return places;
  return [...places, [ofType("array"), fact({ kind: "some", from: first.length, to: Infinity, item: breaks(word, rest) })]];
}
