import { type Alphabet, alphabetOf } from "./alphabet.ts";
import { findAmbiguity } from "./ambiguity.ts";
import { graphOf, type PatternGraph } from "./patternGraph.ts";
import { type PatternNode, readPattern } from "./patternTree.ts";
import { pumpWords } from "./pumpWords.ts";

/** How the work of refusing a text grows with its length: by a power of it, or beyond every power. */
export type PatternGrowth = { readonly kind: "polynomial"; readonly degree: number } | { readonly kind: "exponential" };

const EXPONENTIAL: PatternGrowth = { kind: "exponential" };
const LINEAR: PatternGrowth = { kind: "polynomial", degree: 1 };
/** Ways through a pattern that are too many even where they are bounded. */
const MANY_WAYS = 1e5;

/**
 * Judges a pattern that compiles. JavaScript tries one way through a pattern after the other, so the work is the number of ways in
 * which a text can be taken until it is refused: exponential where a loop takes one text in two ways (Weber and Seidl 1991).
 */
export function growthOf(pattern: string): PatternGrowth {
  const tree = readPattern(pattern);
  if (tree === undefined) return EXPONENTIAL;
  return worst([tree, ...guarded(tree)].map((part) => growthOfPart(part, pattern, part === tree)));
}

function growthOfPart(tree: PatternNode, pattern: string, isSearched: boolean): PatternGrowth {
  const part: PatternNode = isSearched
    ? tree
    : { kind: "sequence", items: [{ kind: "start" }, tree, { kind: "guard", inner: null }] };
  const graph = withoutMatched(graphOf(part));
  const alphabet = alphabetOf(pattern, graph.characters);
  if (findAmbiguity(graph, alphabet)) return EXPONENTIAL;
  return worst(pumpWords(graph, alphabet).map((word) => growthUnder(word, graph, alphabet)));
}

/** Once a pattern has matched it is not tried again: only what does not match costs more than one way. */
function withoutMatched({ characters, edges, matched }: PatternGraph): PatternGraph {
  return { characters, edges: edges.map((targets) => targets.filter((target) => !matched.has(target))), matched };
}

/** What the lookarounds of a pattern look for: each is matched by itself. */
function guarded(node: PatternNode): PatternNode[] {
  switch (node.kind) {
    case "characters":
    case "start":
      return [];
    case "guard":
      return node.inner === null ? [] : [node.inner, ...guarded(node.inner)];
    case "sequence":
      return node.items.flatMap(guarded);
    case "choice":
      return node.branches.flatMap(guarded);
    case "repeat":
      return guarded(node.item);
  }
}

/** Counts the ways that are open while a word is repeated: beyond what is bounded, a power of the length doubles them so many times. */
function growthUnder(word: readonly number[], { edges }: PatternGraph, { sets }: Alphabet): PatternGrowth {
  const rounds = 4 * edges.length + 16;
  let ways = edges.map(() => 1);
  let half = 0;
  for (let round = 1; round <= 2 * rounds; round++) {
    for (const kind of word) ways = step(ways, edges, sets, kind);
    const open = ways.reduce((sum, count) => sum + count, 0);
    if (open === 0) return LINEAR;
    if (round <= rounds && open / edges.length > MANY_WAYS * round) return EXPONENTIAL;
    if (round === rounds) half = open;
  }
  const doubled = ways.reduce((sum, count) => sum + count, 0) / half;
  return { kind: "polynomial", degree: 1 + Math.round(Math.log2(doubled)) };
}

function step(ways: readonly number[], edges: PatternGraph["edges"], sets: readonly bigint[], kind: number): number[] {
  const next = ways.map(() => 0);
  const bit = 1n << BigInt(kind);
  for (const [state, count] of ways.entries()) {
    if (count === 0) continue;
    for (const target of edges[state] ?? []) if (((sets[target] ?? 0n) & bit) !== 0n) next[target] = (next[target] ?? 0) + count;
  }
  return next;
}

function worst(growths: readonly PatternGrowth[]): PatternGrowth {
  return growths.reduce((most, one) => (rank(one) > rank(most) ? one : most), LINEAR);
}

function rank(growth: PatternGrowth): number {
  return growth.kind === "exponential" ? Infinity : growth.degree;
}
