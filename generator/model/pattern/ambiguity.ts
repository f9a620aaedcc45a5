import type { Alphabet } from "./alphabet.ts";
import { circlesOf } from "./components.ts";
import type { Effort } from "./effort.ts";
import type { PatternGraph } from "./patternGraph.ts";

/** Whether some text leads from a state back to it in two ways: each repetition of that text doubles the ways. */
export function findAmbiguity({ edges }: PatternGraph, { sets }: Alphabet, effort: Effort): boolean {
  return circlesOf(edges).some((circle) => {
    const members = new Set(circle);
    const inside = new Map(circle.map((state) => [state, (edges[state] ?? []).filter((target) => members.has(target))]));
    return [...inside.values()].some((targets) => new Set(targets).size < targets.length) || partsAndMeets(inside, sets, effort);
  });
}

type Pair = readonly [number, number];

/** Whether two ways of one text part somewhere on a circle and meet again. */
function partsAndMeets(inside: ReadonlyMap<number, readonly number[]>, sets: readonly bigint[], effort: Effort): boolean {
  const keyOf = ([one, other]: Pair) => one * sets.length + other;
  const sources = new Map<number, number[]>();
  const queue: Pair[] = [...inside.keys()].map((state) => [state, state]);
  const seen = new Set(queue.map(keyOf));
  for (let pair = queue.pop(); pair !== undefined; pair = queue.pop()) {
    if (!effort.spend((inside.get(pair[0])?.length ?? 0) * (inside.get(pair[1])?.length ?? 0))) return false;
    for (const next of pairsAfter(pair, inside, sets)) {
      note(sources, keyOf(next), keyOf(pair));
      if (seen.has(keyOf(next))) continue;
      seen.add(keyOf(next));
      queue.push(next);
    }
  }
  return meet(
    [...inside.keys()].map((state) => keyOf([state, state])),
    sources,
  );
}

function pairsAfter([one, other]: Pair, inside: ReadonlyMap<number, readonly number[]>, sets: readonly bigint[]): Pair[] {
  const others = inside.get(other) ?? [];
  return (inside.get(one) ?? []).flatMap((a) =>
    others.filter((b) => ((sets[a] ?? 0n) & (sets[b] ?? 0n)) !== 0n).map((b): Pair => [a, b]),
  );
}

/** Whether one of these pairs, which are one state twice, is reached from a pair of two. */
function meet(same: readonly number[], sources: ReadonlyMap<number, readonly number[]>): boolean {
  const diagonal = new Set(same);
  return same.some((key) => sources.get(key)?.some((source) => !diagonal.has(source)));
}

function note(sources: Map<number, number[]>, key: number, source: number): void {
  const known = sources.get(key);
  if (known === undefined) sources.set(key, [source]);
  else known.push(source);
}
