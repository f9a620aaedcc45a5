import type { Json } from "../../../json.ts";
import type { Facts } from "../facts.ts";
import type { Literal } from "../literal.ts";
import { below, EMPTY, firstFound, found, type Outcome, unknown } from "../outcome.ts";
import type { Inside } from "./inside.ts";
import { type Demands, demandsOf, literalsAt } from "./objectDemands.ts";
import { findStranger, propertyOf, type Wanted as WantedProperty } from "./strangers.ts";

/** What a property of any name must keep. */
type Wanted = Omit<WantedProperty, "taken">;

/** An object under construction: what each property must keep beyond what its name says, and what others of any name must. */
interface Draft {
  readonly present: ReadonlyMap<string, readonly Literal[]>;
  readonly wanted: readonly Wanted[];
}

/** More properties are not built. */
const LARGEST = 200;

/** Finds an object that is as the facts say. */
export function findObject({ objects }: Facts, inside: Inside): Outcome {
  const demands = demandsOf(objects);
  const { required, absent, from, to } = demands;
  if (from > to || required.size > to || [...required].some((name) => absent.has(name))) return EMPTY;
  if (from > LARGEST) return unknown("objects with that many properties are not tried");
  if ([...required].some((name) => valueAt(demands, name, [], inside).kind === "empty")) return EMPTY;
  const draft = { present: new Map([...required].map((name) => [name, []])), wanted: [] };
  return place(demands.some, draft, demands, inside);
}

/** A value for a property of this name. */
function valueAt(demands: Demands, name: string, extra: readonly Literal[], inside: Inside): Outcome {
  if (demands.absent.has(name) || !demands.names.every((literal) => inside.keeps(literal, name))) return EMPTY;
  return below(inside.find([...literalsAt(demands, name, inside), ...extra], name), name);
}

/**
 * Puts properties of which only some name is asked to one name after the other: those that are there or may be, one of those whose name
 * is still open, another.
 */
function place(some: Demands["some"], draft: Draft, demands: Demands, inside: Inside): Outcome {
  const [first, ...others] = some;
  if (first === undefined) return nameAll(draft, demands, inside);
  inside.spend();
  const next = (changed: Partial<Draft>) => place(others, { ...draft, ...changed }, demands, inside);
  const known = [...new Set([...draft.present.keys(), ...demands.mentioned])].filter((name) =>
    first.names.every((literal) => inside.keeps(literal, name)),
  );
  const atName = (name: string) => () => {
    const extra = [...(draft.present.get(name) ?? []), first.value];
    const value = valueAt(demands, name, extra, inside);
    return value.kind === "value" ? next({ present: new Map(draft.present).set(name, extra) }) : value;
  };
  const among = [...draft.wanted.keys(), draft.wanted.length].map((index) => () => {
    const before = draft.wanted[index] ?? { names: [], values: [] };
    const joined = { names: [...before.names, ...first.names], values: [...before.values, first.value] };
    const property = findStranger(demands, { ...joined, taken: [] }, inside);
    return property.kind === "value" ? next({ wanted: draft.wanted.toSpliced(index, 1, joined) }) : property;
  });
  return firstFound([...known.map(atName), ...among]);
}

/** Gives names to those that have none yet; one of them may have taken another's. */
function nameAll({ present, wanted }: Draft, demands: Demands, inside: Inside): Outcome {
  const strangers = new Map<string, Json>();
  for (const one of wanted) {
    const property = propertyOf(findStranger(demands, { ...one, taken: [...strangers.keys()] }, inside));
    if (property === undefined) return unknown("no names were found for all properties");
    strangers.set(...property);
  }
  return fill({ present, strangers }, demands, inside);
}

/** An object all of whose properties have names. */
interface Named {
  readonly present: Draft["present"];
  readonly strangers: ReadonlyMap<string, Json>;
}

/** Adds properties until there are enough: those that have names first. */
function fill(draft: Named, demands: Demands, inside: Inside): Outcome {
  const size = draft.present.size + draft.strangers.size;
  if (size > demands.to) return EMPTY;
  if (size >= demands.from) return build(draft, demands, inside);
  inside.spend();
  const optional = [...demands.mentioned].filter((name) => !draft.present.has(name));
  const fits = optional.find((name) => valueAt(demands, name, [], inside).kind === "value");
  if (fits !== undefined) return fill({ ...draft, present: new Map(draft.present).set(fits, []) }, demands, inside);
  if (optional.some((name) => valueAt(demands, name, [], inside).kind === "unknown"))
    return unknown("an object of that size was not found");
  const stranger = findStranger(demands, { names: [], values: [], taken: [...draft.strangers.keys()] }, inside);
  const property = propertyOf(stranger);
  if (property === undefined) return stranger;
  return fill({ ...draft, strangers: new Map([...draft.strangers, property]) }, demands, inside);
}

function build({ present, strangers }: Named, demands: Demands, inside: Inside): Outcome {
  const properties: [string, Json][] = [];
  for (const [name, extra] of present) {
    const value = valueAt(demands, name, extra, inside);
    if (value.kind !== "value") return value.kind === "empty" ? unknown("no object was found") : value;
    properties.push([name, value.value]);
  }
  return found(Object.fromEntries([...properties, ...strangers]));
}
