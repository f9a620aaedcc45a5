import { formats } from "@wirepact/runtime";
import { get, type JsonObject } from "../../../json.ts";
import { type Claim, type NumberFact, ofType, type Ways } from "../claim.ts";
import { all, type Meaning } from "./meaning.ts";

type Read = (limit: number) => NumberFact;

const from =
  (open: boolean): Read =>
  (bound) => ({ kind: "from", bound, open });
const to =
  (open: boolean): Read =>
  (bound) => ({ kind: "to", bound, open });

/** The keywords about numbers. */
export const numberMeanings: readonly Meaning[] = [
  limit("minimum", from(false), to(true)),
  limit("exclusiveMinimum", from(true), to(false)),
  limit("maximum", to(false), from(true)),
  limit("exclusiveMaximum", to(true), from(false)),
  limit(
    "multipleOf",
    (of) => ({ kind: "multiple", of, holds: true }),
    (of) => ({ kind: "multiple", of, holds: false }),
  ),
];

function limit(keyword: string, keep: Read, breach: Read): Meaning {
  const read = (schema: JsonObject, how: Read): Claim[] => {
    const held = get(schema, keyword);
    return typeof held === "number" ? [{ kind: "number", fact: how(held) }] : [];
  };
  return {
    keywords: [keyword],
    keep: ({ schema }) => all(...read(schema, keep)),
    breach: ({ schema }) => read(schema, breach).map((one) => [ofType("number"), one]),
  };
}

const WHOLE: NumberFact = { kind: "multiple", of: 1, holds: true };

/** Formats of numbers, as what they ask for; undefined where a format is none of numbers. */
function boundsOf(format: string): readonly NumberFact[] | undefined {
  if (format === "int32") return [WHOLE, from(false)(-(2 ** 31)), to(false)(2 ** 31 - 1)];
  if (format === "int64") return [WHOLE, from(false)(Number.MIN_SAFE_INTEGER), to(false)(Number.MAX_SAFE_INTEGER)];
  if (format === "float" || format === "double") return [];
  return undefined;
}

/** The ways to keep a format of numbers; undefined where it is none. */
export function keepNumberFormat(format: string): Ways | undefined {
  const bounds = boundsOf(format);
  return bounds && all(...bounds.map((fact): Claim => ({ kind: "number", fact })));
}

/** The ways to break it. */
export function breakNumberFormat(format: string): Ways | undefined {
  return boundsOf(format)?.map((fact) => [ofType("number"), { kind: "number", fact: opposite(fact) }]);
}

function opposite(fact: NumberFact): NumberFact {
  if (fact.kind === "multiple") return { ...fact, holds: !fact.holds };
  return { kind: fact.kind === "from" ? "to" : "from", bound: fact.bound, open: !fact.open };
}

/** Whether validators enforce a format. */
export function isFormat(format: unknown): format is string {
  return typeof format === "string" && Object.hasOwn(formats, format);
}
