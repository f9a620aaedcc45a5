import type { Alphabet } from "./alphabet.ts";
import { circlesOf } from "./components.ts";
import type { PatternGraph } from "./patternGraph.ts";

const MANY_WORDS = 100;
/** On a circle of so many states there is hardly more than one way round. */
const LONG_CIRCLE = 1000;

/** Texts that loops of a pattern take again and again, as kinds of characters: each single one, and the shortest way round from each state. */
export function pumpWords({ edges }: PatternGraph, { sets, kinds }: Alphabet): readonly (readonly number[])[] {
  const single = Array.from({ length: kinds }, (_, kind) => [kind]);
  const round = circlesOf(edges).flatMap((circle) => roundsOf(circle, edges));
  const words = round.map((states) => states.map((state) => lowestKind(sets[state] ?? 0n)));
  const unique = new Map([...single, ...words].map((word) => [word.join(), word]));
  return [...unique.values()].slice(0, MANY_WORDS);
}

function roundsOf(circle: readonly number[], edges: PatternGraph["edges"]): number[][] {
  return circle.slice(0, circle.length > LONG_CIRCLE ? 1 : MANY_WORDS).flatMap((state) => shortestRound(state, edges) ?? []);
}

/** The states of the shortest way from a state back to it, in a list of one; undefined where there is none. */
function shortestRound(start: number, edges: PatternGraph["edges"]): [number[]] | undefined {
  const before = new Map<number, number>();
  let frontier = [start];
  while (frontier.length > 0 && !before.has(start)) {
    const next: number[] = [];
    for (const state of frontier) {
      for (const target of edges[state] ?? []) {
        if (before.has(target)) continue;
        before.set(target, state);
        next.push(target);
      }
    }
    frontier = next;
  }
  if (!before.has(start)) return undefined;
  const states = [start];
  for (let state = before.get(start); state !== undefined && state !== start; state = before.get(state)) states.unshift(state);
  return [states];
}

function lowestKind(set: bigint): number {
  for (let kind = 0, rest = set; rest > 0n; kind++, rest >>= 1n) if ((rest & 1n) === 1n) return kind;
  return 0;
}
