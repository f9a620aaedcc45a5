import type { Json } from "../../../json.ts";
import { type Literal, plain } from "../literal.ts";
import { below, EMPTY, firstFound, found, type Outcome } from "../outcome.ts";
import type { Inside } from "./inside.ts";
import { type Demands, valuesAt } from "./objectDemands.ts";

/** A property: its name, and its value. */
export type Property = readonly [name: string, value: Json];

/** What a property of another name must keep. */
export interface Wanted {
  readonly names: readonly Literal[];
  readonly values: readonly Literal[];
  /** Names that are taken. */
  readonly taken: readonly string[];
}

/** Finds a property whose name nothing mentions, by each choice of the patterns that its name matches: a list of name and value. */
export function findStranger(demands: Demands, wanted: Wanted, inside: Inside): Outcome {
  const known = [...new Set([...demands.mentioned, ...wanted.taken])].sort();
  const names = [
    plain(true, { type: "string" }),
    ...demands.names,
    ...wanted.names,
    ...(known.length > 0 ? [plain(false, { enum: known })] : []),
  ];
  return matching(demands.patterns, [], { names, values: wanted.values }, demands, inside);
}

type Chosen = Pick<Wanted, "names" | "values">;

function matching(
  patterns: readonly string[],
  matched: readonly string[],
  chosen: Chosen,
  demands: Demands,
  inside: Inside,
): Outcome {
  inside.spend();
  const [pattern, ...others] = patterns;
  if (pattern === undefined) return withName(matched, chosen, demands, inside);
  return firstFound(
    [false, true].map((holds) => () => {
      const names = [...chosen.names, plain(holds, { pattern })];
      const name = inside.findName(names);
      if (name.kind === "empty") return EMPTY;
      return matching(others, holds ? [...matched, pattern] : matched, { ...chosen, names }, demands, inside);
    }),
  );
}

/** Where there is no value or no name, there is no property. */
function withName(matched: readonly string[], chosen: Chosen, demands: Demands, inside: Inside): Outcome {
  const said = demands.properties.flatMap((fact) => valuesAt(fact, undefined, (pattern) => matched.includes(pattern)));
  const name = inside.findName(chosen.names);
  if (name.kind === "empty") return EMPTY;
  const step = name.kind === "value" && typeof name.value === "string" ? name.value : "*";
  const value = inside.find([...said, ...chosen.values], step);
  if (value.kind !== "value") return below(value, step);
  return name.kind === "value" ? found([name.value, value.value]) : name;
}

/** The property that was found. */
export function propertyOf(outcome: Outcome): Property | undefined {
  if (outcome.kind !== "value" || !Array.isArray(outcome.value)) return undefined;
  const [name, value] = outcome.value;
  return [String(name), value];
}
