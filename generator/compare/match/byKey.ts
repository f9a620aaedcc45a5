import { grouped } from "../../grouped.ts";

/** Things of two lists that are the same, and those that only one has. */
export interface Paired<T> {
  readonly kept: readonly (readonly [before: T, after: T])[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/** Pairs two lists by what makes a thing this one; of several with one key, the first with the first. */
export function pairByKey<T>(before: readonly T[], after: readonly T[], keyOf: (thing: T) => string): Paired<T> {
  const [older, newer] = [grouped(before, keyOf), grouped(after, keyOf)];
  const kept = [...older].flatMap(([key, things]) => {
    const others = newer.get(key) ?? [];
    return things.flatMap((thing, index) => {
      const other = others[index];
      return other === undefined ? [] : [[thing, other] as const];
    });
  });
  return { kept, removed: beyond(older, newer), added: beyond(newer, older) };
}

/** Those that have no partner on the other side. */
function beyond<T>(own: ReadonlyMap<string, readonly T[]>, others: ReadonlyMap<string, readonly T[]>): T[] {
  return [...own].flatMap(([key, things]) => things.slice(others.get(key)?.length ?? 0));
}
