import type { Meter } from "../budget.ts";
import { kindsOf } from "./kinds.ts";
import { Machine } from "./machine.ts";
import { type Net, netOf } from "./net.ts";

/** What texts are looked for. */
export interface Search {
  readonly patterns: readonly { readonly pattern: string; readonly holds: boolean }[];
  readonly except: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** The shortest of them; none, which is a proof; or nothing, where the patterns are not of the simple kind or it takes too long. */
export type Found = { readonly text: string | undefined } | undefined;

/** Where a search stands: the text so far as kinds of characters, and the state of each machine. */
interface Spot {
  readonly states: readonly number[];
  readonly before: Spot | undefined;
  readonly kind: number;
  readonly length: number;
}

const MANY_SPOTS = 5_000;

/** Finds the shortest text that matches some patterns and not others, by walking all of them at once. */
export function findText(search: Search, meter: Meter): Found {
  const wanted = [...search.patterns, ...search.except.map((text) => ({ pattern: exactly(text), holds: false }))];
  const nets = wanted.map(({ pattern }) => netOf(pattern));
  if (nets.some((net) => net === undefined)) return undefined;
  const regular = nets.filter((net) => net !== undefined);
  const kinds = kindsOf(regular.flatMap(setsOf));
  const machines = regular.map((net) => new Machine(net, kinds));
  const isWanted = ({ states, length }: Spot) =>
    length >= search.from &&
    machines.every((machine, index) => machine.accepts(states[index] ?? 0, length === 0) === wanted[index]?.holds);
  return walk(machines, kinds, search, isWanted, meter);
}

function setsOf({ places }: Net): string[] {
  return places.flatMap(({ takes }) => takes.map(({ text }) => text));
}

/** The pattern of one text. */
function exactly(text: string): string {
  const escaped = [...text].map((character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
  return `^${escaped.join("")}$`;
}

/** Breadth first: the first spot that is wanted is that of a shortest text. */
function walk(
  machines: readonly Machine[],
  kinds: readonly string[],
  search: Search,
  isWanted: (spot: Spot) => boolean,
  meter: Meter,
): Found {
  const spots: Spot[] = [{ states: machines.map(() => 0), before: undefined, kind: -1, length: 0 }];
  const seen = new Set<string>();
  for (const spot of spots) {
    meter.spend(machines.length);
    if (isWanted(spot)) return { text: textOf(spot, kinds) };
    if (spot.length >= search.to) continue;
    for (const kind of kinds.keys()) {
      const states = machines.map((machine, index) => machine.next(spot.states[index] ?? 0, kind));
      const length = spot.length + 1;
      // Beyond the least length it only matters which states there are; the first spot is a state of its own.
      const key = `${states.join()} ${Math.min(length, Math.max(search.from, 1))}`;
      if (seen.has(key)) continue;
      seen.add(key);
      spots.push({ states, before: spot, kind, length });
      if (spots.length > MANY_SPOTS) return undefined;
    }
  }
  return { text: undefined };
}

function textOf(spot: Spot, kinds: readonly string[]): string {
  const characters: string[] = [];
  for (let here: Spot | undefined = spot; here?.before !== undefined; here = here.before) characters.push(kinds[here.kind] ?? "");
  return characters.reverse().join("");
}
