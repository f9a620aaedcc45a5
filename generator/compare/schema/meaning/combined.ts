import { getList, type Json } from "../../../json.ts";
import { claim, type Ways } from "../claim.ts";
import { areDisjoint } from "../disjoint.ts";
import { all, breaks, keeps, type Meaning, type Word } from "./meaning.ts";

/** The keywords that combine schemas of the same value. */
export const combinedMeanings: readonly Meaning[] = [
  {
    keywords: ["allOf"],
    keep: (word) => all(...branches(word, "allOf").map((branch) => claim(keeps(word, branch)))),
    breach: (word) => branches(word, "allOf").map((branch) => [claim(breaks(word, branch))]),
  },
  {
    keywords: ["anyOf"],
    keep: (word) => branches(word, "anyOf").map((branch) => [claim(keeps(word, branch))]),
    breach: (word) => none(word, branches(word, "anyOf")),
  },
  { keywords: ["oneOf"], keep: keepOne, breach: breakOne },
  {
    keywords: ["not"],
    keep: (word) => all(claim(breaks(word, word.schema["not"]))),
    breach: (word) => all(claim(keeps(word, word.schema["not"]))),
  },
  { keywords: ["if", "then", "else"], keep: keepCondition, breach: breakCondition },
];

function branches({ schema, meter }: Word, name: string): readonly Json[] {
  const list = getList(schema, name);
  meter.spend(list.length);
  return list;
}

function none(word: Word, list: readonly Json[]): Ways {
  return all(...list.map((branch) => claim(breaks(word, branch))));
}

/** One branch, and no other that might hold beside it. */
function keepOne(word: Word): Ways {
  const list = branches(word, "oneOf");
  return list.map((one, index) => {
    const others = list.filter((other, at) => at !== index && !apart(word, one, other));
    return [claim(keeps(word, one)), ...others.map((other) => claim(breaks(word, other)))];
  });
}

/** No branch, or two of those that may hold together. */
function breakOne(word: Word): Ways {
  const list = branches(word, "oneOf");
  const pairs = list.flatMap((one, index) =>
    list
      .slice(index + 1)
      .flatMap((other) => (apart(word, one, other) ? [] : [[claim(keeps(word, one)), claim(keeps(word, other))]])),
  );
  return [...none(word, list), ...pairs];
}

function apart({ side, meter }: Word, one: Json, other: Json): boolean {
  meter.spend();
  return areDisjoint(side, one, other);
}

function keepCondition(word: Word): Ways {
  const { if: condition, then: yes, else: no } = word.schema;
  if (condition === undefined || (yes === undefined && no === undefined)) return [[]];
  return [
    [claim(keeps(word, condition)), claim(keeps(word, yes))],
    [claim(breaks(word, condition)), claim(keeps(word, no))],
  ];
}

function breakCondition(word: Word): Ways {
  const { if: condition, then: yes, else: no } = word.schema;
  if (condition === undefined) return [];
  return [
    ...(yes === undefined ? [] : [[claim(keeps(word, condition)), claim(breaks(word, yes))]]),
    ...(no === undefined ? [] : [[claim(breaks(word, condition)), claim(breaks(word, no))]]),
  ];
}
