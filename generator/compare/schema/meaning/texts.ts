import { get } from "../../../json.ts";
import { type Claim, ofType, type TextFact, type Ways } from "../claim.ts";
import { all, type Meaning, type Word } from "./meaning.ts";
import { breakNumberFormat, isFormat, keepNumberFormat } from "./numbers.ts";

/** The keywords about texts. */
export const textMeanings: readonly Meaning[] = [
  about("minLength", (held) => (typeof held === "number" ? { kind: "length", from: held, to: Infinity } : undefined), shorter),
  about("maxLength", (held) => (typeof held === "number" ? { kind: "length", from: 0, to: held } : undefined), longer),
  about("pattern", (held) => (typeof held === "string" ? { kind: "pattern", pattern: held, holds: true } : undefined), otherwise),
  { keywords: ["format"], keep: keepFormat, breach: breakFormat },
  { keywords: ["contentEncoding"], keep: () => all(ofType("string", "bytes"), base64(true)), breach: breakBase64 },
];

function about(keyword: string, read: (held: unknown) => TextFact | undefined, breach: (fact: TextFact) => TextFact): Meaning {
  return {
    keywords: [keyword],
    keep: ({ schema }) => {
      const fact = read(get(schema, keyword));
      return fact === undefined ? [[]] : all({ kind: "text", fact });
    },
    breach: ({ schema }) => {
      const fact = read(get(schema, keyword));
      return fact === undefined ? [] : all(ofType("string"), { kind: "text", fact: breach(fact) });
    },
  };
}

function shorter(fact: TextFact): TextFact {
  return fact.kind === "length" ? { kind: "length", from: 0, to: fact.from - 1 } : fact;
}

function longer(fact: TextFact): TextFact {
  return fact.kind === "length" ? { kind: "length", from: fact.to + 1, to: Infinity } : fact;
}

function otherwise(fact: TextFact): TextFact {
  return fact.kind === "pattern" ? { ...fact, holds: !fact.holds } : fact;
}

function keepFormat({ schema }: Word): Ways {
  const format = get(schema, "format");
  if (!isFormat(format)) return [[]];
  return keepNumberFormat(format) ?? all({ kind: "text", fact: { kind: "format", format, holds: true } });
}

function breakFormat({ schema }: Word): Ways {
  const format = get(schema, "format");
  if (!isFormat(format)) return [];
  return breakNumberFormat(format) ?? all(ofType("string"), { kind: "text", fact: { kind: "format", format, holds: false } });
}

function base64(holds: boolean): Claim {
  return { kind: "text", fact: { kind: "base64", holds } };
}

function breakBase64(): Ways {
  return [[ofType("number", "boolean", "null", "array", "object")], [ofType("string"), base64(false)]];
}
