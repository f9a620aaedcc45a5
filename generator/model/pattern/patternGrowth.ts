import { type Alphabet, alphabetOf } from "./alphabet.ts";
import { findAmbiguity } from "./ambiguity.ts";
import { Effort } from "./effort.ts";
import { graphOf, type PatternGraph } from "./patternGraph.ts";
import { type PatternNode, readPattern } from "./patternTree.ts";
import { pumpWords } from "./pumpWords.ts";

/** How the work of refusing a text grows with its length: by a power of it, beyond every power, or nobody knows. */
export type PatternGrowth =
  | { readonly kind: "polynomial"; readonly degree: number }
  | { readonly kind: "exponential" }
  | { readonly kind: "unknown" };

const UNKNOWN: PatternGrowth = { kind: "unknown" };
const EXPONENTIAL: PatternGrowth = { kind: "exponential" };
const LINEAR: PatternGrowth = { kind: "polynomial", degree: 1 };
/** Ways through a pattern that are too many even where they are bounded. */
const MANY_WAYS = 1e5;
/** A pattern of more characters, or that takes more steps, is not judged: contracts are hostile too. */
const LONG_PATTERN = 2000;
const MANY_STEPS = 3e6;

/**
 * Judges a pattern that compiles. JavaScript tries one way through a pattern after the other, so the work is the number of ways in
 * which a text can be taken until it is refused: exponential where a loop takes one text in two ways (Weber and Seidl 1991).
 */
export function growthOf(pattern: string): PatternGrowth {
  const tree = pattern.length > LONG_PATTERN ? undefined : readPattern(pattern);
  if (tree === undefined) return UNKNOWN;
  const effort = new Effort(MANY_STEPS);
  return worst([tree, ...guarded(tree)].map((part) => growthOfPart(part, pattern, part === tree, effort)));
}

function growthOfPart(tree: PatternNode, pattern: string, isSearched: boolean, effort: Effort): PatternGrowth {
  const part: PatternNode = isSearched
    ? tree
    : { kind: "sequence", items: [{ kind: "start" }, tree, { kind: "guard", inner: null }] };
  const whole = graphOf(part);
  if (whole === undefined) return UNKNOWN;
  const graph = withoutMatched(whole);
  const alphabet = alphabetOf(pattern, graph.characters);
  if (findAmbiguity(graph, alphabet, effort)) return EXPONENTIAL;
  const growth = worst(pumpWords(graph, alphabet).map((word) => growthUnder(word, graph, alphabet, effort)));
  return effort.isOver && growth.kind === "polynomial" ? UNKNOWN : growth;
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
function growthUnder(word: readonly number[], { edges }: PatternGraph, { sets }: Alphabet, effort: Effort): PatternGrowth {
  const rounds = Math.max(16, Math.ceil((4 * edges.length + 16) / word.length));
  let ways: Ways = new Map(edges.map((_, state) => [state, 1]));
  let half = 0;
  for (let round = 1; round <= 2 * rounds; round++) {
    for (const kind of word) ways = step(ways, edges, sets, kind);
    const open = total(ways);
    if (!effort.spend(ways.size * word.length + 1)) return UNKNOWN;
    if (open === 0) return LINEAR;
    if (round <= rounds && open / edges.length > MANY_WAYS * round) return EXPONENTIAL;
    if (round === rounds) half = open;
  }
  return { kind: "polynomial", degree: 1 + Math.round(Math.log2(total(ways) / half)) };
}

/** How many ways lead to each state that any leads to. */
type Ways = ReadonlyMap<number, number>;

function step(ways: Ways, edges: PatternGraph["edges"], sets: readonly bigint[], kind: number): Ways {
  const next = new Map<number, number>();
  const bit = 1n << BigInt(kind);
  for (const [state, count] of ways)
    for (const target of edges[state] ?? [])
      if (((sets[target] ?? 0n) & bit) !== 0n) next.set(target, (next.get(target) ?? 0) + count);
  return next;
}

function total(ways: Ways): number {
  let sum = 0;
  for (const count of ways.values()) sum += count;
  return sum;
}

function worst(growths: readonly PatternGrowth[]): PatternGrowth {
  return growths.reduce((most, one) => (rank(one) > rank(most) ? one : most), LINEAR);
}

function rank(growth: PatternGrowth): number {
  if (growth.kind === "polynomial") return growth.degree;
  return growth.kind === "exponential" ? Infinity : Number.MAX_VALUE;
}
