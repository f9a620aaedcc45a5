import type { Json } from "../../../json.ts";
import { sortedValues } from "../canonical.ts";
import type { ListFact } from "../claim.ts";
import type { Facts } from "../facts.ts";
import { type Literal, plain } from "../literal.ts";
import { below, EMPTY, firstFound, found, type Outcome, unknown } from "../outcome.ts";
import type { Inside } from "./inside.ts";

/** What is asked of a list, sorted. */
interface Demands {
  readonly from: number;
  readonly to: number;
  readonly each: readonly Extract<ListFact, { kind: "each" }>[];
  readonly some: readonly Extract<ListFact, { kind: "some" }>[];
  readonly isUnique: boolean;
  readonly hasTwins: boolean;
  /** From this place on, all places are alike. */
  readonly alike: number;
}

/** What is asked of items beyond what their places ask. */
type Extra = ReadonlyMap<number, readonly Literal[]>;

/** Longer lists are not built. */
const LONGEST = 300;

/** Finds a list that is as the facts say. */
export function findList({ lists }: Facts, inside: Inside): Outcome {
  const demands = demandsOf(lists);
  const to = lengthBefore(demands, inside);
  if (demands.from > to) return EMPTY;
  const fitting = { ...demands, to };
  return place(fitting.some, new Map(), fitting, inside, (extra) => withTwins(extra, fitting, inside));
}

function demandsOf(facts: readonly ListFact[]): Demands {
  const lengths = facts.filter((fact) => fact.kind === "length");
  const each = facts.filter((fact) => fact.kind === "each");
  const some = facts.filter((fact) => fact.kind === "some");
  const unique = facts.filter((fact) => fact.kind === "unique");
  const ends = some.flatMap(({ from, to }) => (Number.isFinite(to) ? [from, to] : [from]));
  return {
    from: Math.max(0, ...lengths.map(({ from }) => from)),
    to: Math.min(Infinity, ...lengths.map(({ to }) => to)),
    each,
    some,
    isUnique: unique.some(({ holds }) => holds),
    hasTwins: unique.some(({ holds }) => !holds),
    alike: Math.max(0, ...each.map(({ first }) => first.length), ...ends),
  };
}

function literalsAt({ each }: Demands, index: number, extra?: Extra): Literal[] {
  return [...each.map(({ first, rest }) => first[index] ?? rest), ...(extra?.get(index) ?? [])];
}

/** The most items that there can be: where no item can stand, a list ends. */
function lengthBefore(demands: Demands, { find, spend }: Inside): number {
  for (let index = 0; index <= demands.alike && index < demands.to; index++) {
    spend();
    if (find(literalsAt(demands, index), index).kind === "empty") return index;
  }
  return demands.to;
}

/** Puts what has to stand somewhere to a place, one after the other, in every way that makes a difference. */
function place(some: Demands["some"], extra: Extra, demands: Demands, inside: Inside, then: (extra: Extra) => Outcome): Outcome {
  const [first, ...others] = some;
  if (first === undefined) return then(extra);
  const end = Math.min(first.to, demands.to, demands.alike + demands.some.length);
  const places = Array.from({ length: Math.max(0, end - first.from) }, (_, index) => first.from + index);
  return firstFound(
    places.map((index) => () => {
      inside.spend();
      const more = new Map(extra).set(index, [...(extra.get(index) ?? []), first.item]);
      const item = inside.find(literalsAt(demands, index, more), index);
      return item.kind === "value" ? place(others, more, demands, inside, then) : below(item, index);
    }),
  );
}

/** Where an item has to stand twice, at two places. */
function withTwins(extra: Extra, demands: Demands, inside: Inside): Outcome {
  if (!demands.hasTwins) return build(extra, demands, inside);
  const end = Math.min(demands.to, demands.alike + demands.some.length + 2);
  const pairs = Array.from({ length: end }, (_, one) => Array.from({ length: one }, (_, other) => [other, one] as const)).flat();
  return firstFound(
    pairs.map(([one, other]) => () => {
      inside.spend();
      const twin = inside.find([...literalsAt(demands, one, extra), ...literalsAt(demands, other, extra)], one);
      return twin.kind === "value"
        ? build(extra, demands, inside, new Map([one, other].map((at) => [at, twin.value])))
        : below(twin, one);
    }),
  );
}

function build(extra: Extra, demands: Demands, inside: Inside, given: ReadonlyMap<number, Json> = new Map()): Outcome {
  const length = Math.max(demands.from, ...[...extra.keys(), ...given.keys()].map((index) => index + 1));
  if (length > LONGEST) return unknown("lists of that length are not tried");
  const list: Json[] = [];
  for (let index = 0; index < length; index++) {
    const literals = literalsAt(demands, index, extra);
    const others = demands.isUnique ? differentFrom(list) : [];
    const item: Outcome = given.has(index) ? found(given.get(index) ?? null) : inside.find([...literals, ...others], index);
    if (item.kind === "unknown") return below(item, index);
    if (item.kind === "empty") return isExhausted(demands) ? EMPTY : unknown("no list of different items was found");
    list.push(item.value);
  }
  return found(list);
}

/** All places are alike: where no further item differs from those found, there are too few values. */
function isExhausted({ alike, some, hasTwins }: Demands): boolean {
  return alike === 0 && some.length === 0 && !hasTwins;
}

function differentFrom(list: readonly Json[]): Literal[] {
  if (list.length === 0) return [];
  return [plain(false, { enum: sortedValues(list) })];
}
