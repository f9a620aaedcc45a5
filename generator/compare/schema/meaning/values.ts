import { isList, isObject, type Json, type JsonObject } from "../../../json.ts";
import { type Claim, claim, ofType, VALUE_TYPES, type ValueType, type Ways } from "../claim.ts";
import { all, breaks, type Meaning, type Word } from "./meaning.ts";

/** `type`, `enum` and `const`. */
export const valueMeanings: readonly Meaning[] = [
  { keywords: ["type"], keep: keepType, breach: breakType },
  { keywords: ["enum"], keep: ({ schema }) => [[{ kind: "values", values: listed(schema["enum"]) }]], breach: breakEnum },
  {
    keywords: ["const"],
    keep: ({ schema }) => [[{ kind: "values", values: [schema["const"] ?? null] }]],
    breach: (word) => differ(word, word.schema["const"] ?? null),
  },
];

const WHOLE = { kind: "multiple", of: 1 } as const;

function keepType({ schema }: Word): Ways {
  const { types, isWhole } = typesOf(schema["type"]);
  return isWhole ? all(ofType(...types), { kind: "number", fact: { ...WHOLE, holds: true } }) : all(ofType(...types));
}

function breakType({ schema }: Word): Ways {
  const { types, isWhole } = typesOf(schema["type"]);
  const others = all(ofType(...VALUE_TYPES.filter((type) => !types.includes(type))));
  return isWhole ? [...others, [ofType("number"), { kind: "number", fact: { ...WHOLE, holds: false } }]] : others;
}

function typesOf(held: Json | undefined): { types: readonly ValueType[]; isWhole: boolean } {
  const names = isList(held) ? held : [held ?? null];
  const isWhole = names.includes("integer") && !names.includes("number");
  return { types: VALUE_TYPES.filter((type) => names.includes(type) || (type === "number" && isWhole)), isWhole };
}

function listed(held: Json | undefined): readonly Json[] {
  return isList(held) ? held : [];
}

function breakEnum(word: Word): Ways {
  const values = listed(word.schema["enum"]);
  const complex = values.filter((value) => typeof value === "object" && value !== null);
  const simple = values.filter((value) => typeof value !== "object" || value === null);
  const claims: Claim[] = simple.map((value) => ({ kind: "except", value }));
  return [[...claims, ...complex.map((value) => claim(breaks(word, exactly(value))))]];
}

function differ(word: Word, value: Json): Ways {
  return all(typeof value === "object" && value !== null ? claim(breaks(word, exactly(value))) : { kind: "except", value });
}

/** The schema of one value, by its parts. */
function exactly(value: Json): Json {
  if (isList(value)) {
    return { type: "array", minItems: value.length, maxItems: value.length, items: value.map(exactly), additionalItems: false };
  }
  return isObject(value) ? exactlyObject(value) : { const: value };
}

function exactlyObject(value: JsonObject): Json {
  const properties = Object.fromEntries(Object.entries(value).map(([name, item]) => [name, exactly(item)]));
  return { type: "object", required: Object.keys(value), properties, additionalProperties: false };
}
