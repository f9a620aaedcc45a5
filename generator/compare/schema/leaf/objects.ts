import type { Json, JsonObject } from "../../../json.ts";
import type { Facts } from "../facts.ts";
import type { Literal } from "../literal.ts";
import { below, EMPTY, firstFound, found, type Outcome, unknown } from "../outcome.ts";
import type { Inside } from "./inside.ts";
import { type Demands, demandsOf, literalsAt } from "./objectDemands.ts";
import { findStranger, propertyOf } from "./strangers.ts";

/** An object under construction: what each property must keep beyond what its name says, and the values of others. */
interface Draft {
  readonly present: ReadonlyMap<string, readonly Literal[]>;
  readonly strangers: JsonObject;
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
  const draft = { present: new Map([...required].map((name) => [name, []])), strangers: {} };
  return place(demands.some, draft, demands, inside);
}

/** A value for a property of this name. */
function valueAt(demands: Demands, name: string, extra: readonly Literal[], inside: Inside): Outcome {
  if (demands.absent.has(name) || !demands.names.every((literal) => inside.keeps(literal, name))) return EMPTY;
  return below(inside.find([...literalsAt(demands, name, inside), ...extra], name), name);
}

/** Puts properties of which only some name is asked to one name after the other: those that are there, those that may be, another. */
function place(some: Demands["some"], draft: Draft, demands: Demands, inside: Inside): Outcome {
  const [first, ...others] = some;
  if (first === undefined) return fill(draft, demands, inside);
  const known = [...new Set([...draft.present.keys(), ...demands.mentioned])].filter((name) =>
    first.names.every((literal) => inside.keeps(literal, name)),
  );
  const atName = (name: string) => () => {
    inside.spend();
    const extra = [...(draft.present.get(name) ?? []), first.value];
    const value = valueAt(demands, name, extra, inside);
    if (value.kind !== "value") return value;
    return place(others, { ...draft, present: new Map(draft.present).set(name, extra) }, demands, inside);
  };
  const elsewhere = () => {
    const wanted = { names: first.names, values: [first.value], taken: Object.keys(draft.strangers) };
    return withStranger(findStranger(demands, wanted, inside), draft, (next) => place(others, next, demands, inside));
  };
  const shared = Object.keys(draft.strangers).length > 0 ? [() => unknown("a property may have to serve two ends")] : [];
  return firstFound([...known.map(atName), elsewhere, ...shared]);
}

function withStranger(outcome: Outcome, draft: Draft, then: (draft: Draft) => Outcome): Outcome {
  const property = propertyOf(outcome);
  if (property === undefined) return outcome;
  return then({ ...draft, strangers: Object.fromEntries([...Object.entries(draft.strangers), property]) });
}

/** Adds properties until there are enough: those that have names first. */
function fill(draft: Draft, demands: Demands, inside: Inside): Outcome {
  const size = draft.present.size + Object.keys(draft.strangers).length;
  if (size > demands.to) return EMPTY;
  if (size >= demands.from) return build(draft, demands, inside);
  inside.spend();
  const optional = [...demands.mentioned].filter((name) => !draft.present.has(name));
  const fits = optional.find((name) => valueAt(demands, name, [], inside).kind === "value");
  if (fits !== undefined) return fill({ ...draft, present: new Map(draft.present).set(fits, []) }, demands, inside);
  if (optional.some((name) => valueAt(demands, name, [], inside).kind === "unknown"))
    return unknown("an object of that size was not found");
  const stranger = findStranger(demands, { names: [], values: [], taken: Object.keys(draft.strangers) }, inside);
  return withStranger(stranger, draft, (next) => fill(next, demands, inside));
}

function build({ present, strangers }: Draft, demands: Demands, inside: Inside): Outcome {
  const properties: [string, Json][] = [];
  for (const [name, extra] of present) {
    const value = valueAt(demands, name, extra, inside);
    if (value.kind !== "value") return value.kind === "empty" ? unknown("no object was found") : value;
    properties.push([name, value.value]);
  }
  return found(Object.fromEntries([...properties, ...Object.entries(strangers)]));
}
