import type { ObjectFact, PropertiesFact } from "../claim.ts";
import type { Literal } from "../literal.ts";
import type { Inside } from "./inside.ts";

/** What is asked of an object, sorted. */
export interface Demands {
  readonly from: number;
  readonly to: number;
  readonly required: ReadonlySet<string>;
  readonly absent: ReadonlySet<string>;
  readonly properties: readonly PropertiesFact[];
  readonly at: readonly Extract<ObjectFact, { kind: "at" }>[];
  readonly some: readonly Extract<ObjectFact, { kind: "some" }>[];
  /** What every name keeps. */
  readonly names: readonly Literal[];
  /** All names that some fact mentions. */
  readonly mentioned: ReadonlySet<string>;
  /** All patterns by which facts tell names apart. */
  readonly patterns: readonly string[];
}

/** Sorts what is asked of an object. */
export function demandsOf(facts: readonly ObjectFact[]): Demands {
  const counts = facts.filter((fact) => fact.kind === "count");
  const properties = facts.filter((fact) => fact.kind === "properties");
  const at = facts.filter((fact) => fact.kind === "at");
  const required = new Set([
    ...facts.flatMap((fact) => (fact.kind === "required" ? fact.names : [])),
    ...at.map(({ name }) => name),
  ]);
  const absent = new Set(facts.flatMap((fact) => (fact.kind === "absent" ? [fact.name] : [])));
  return {
    from: Math.max(0, ...counts.map(({ from }) => from)),
    to: Math.min(Infinity, ...counts.map(({ to }) => to)),
    required,
    absent,
    properties,
    at,
    some: facts.filter((fact) => fact.kind === "some"),
    names: facts.flatMap((fact) => (fact.kind === "names" ? [fact.name] : [])),
    mentioned: new Set([...required, ...properties.flatMap(({ named }) => [...named.keys()]), ...absent]),
    patterns: [...new Set(properties.flatMap(({ patterns }) => patterns.map(([pattern]) => pattern)))],
  };
}

/** What the value of a property of this name must keep. */
export function literalsAt({ properties, at }: Demands, name: string, { matches }: Inside): Literal[] {
  const said = properties.flatMap((fact) => valuesAt(fact, fact.named.get(name), (pattern) => matches(pattern, name)));
  return [...said, ...at.filter((fact) => fact.name === name).map(({ value }) => value)];
}

/** What a properties fact says of a name, by what it says of it as a name and which of its patterns match. */
export function valuesAt(
  { patterns, rest }: PropertiesFact,
  named: Literal | undefined,
  isMatched: (pattern: string) => boolean,
): Literal[] {
  const matched = patterns.filter(([pattern]) => isMatched(pattern)).map(([, value]) => value);
  const all = named === undefined ? matched : [named, ...matched];
  return all.length > 0 ? all : [rest];
}
