import { ANY_CHARACTER, type PatternNode } from "./patternTree.ts";

/** The ways through a pattern: a state a character that it takes, and edges to those that may come next. */
export interface PatternGraph {
  /** The set of characters that each state takes, as the pattern writes it. */
  readonly characters: readonly string[];
  /** What may follow each state; a state stands twice where two ways lead to it. */
  readonly edges: readonly (readonly number[])[];
  /** States after which the pattern has matched, whatever follows. */
  readonly matched: ReadonlySet<number>;
}

/** Part of a graph under construction. */
interface Fragment {
  /** Whether it may take nothing, and whether it then asks nothing either. */
  readonly nullable: boolean;
  readonly free: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
  /** Those of the last after which nothing more is asked. */
  readonly ends: readonly number[];
}

/** More copies than this are as good as endless. */
const MANY_COPIES = 256;
/** States that a graph may have before repetitions are no longer written out. */
const MANY_STATES = 600;

const EMPTY: Fragment = { nullable: true, free: true, first: [], last: [], ends: [] };
const GUARD: Fragment = { ...EMPTY, free: false };

/** Edges of a graph that is still worth a look. */
const MANY_EDGES = 100_000;

/** Builds the graph of a pattern, as a text is searched for it; undefined where that is too large. */
export function graphOf(tree: PatternNode): PatternGraph | undefined {
  const builder = new Builder();
  const { ends } = builder.build(searched(tree));
  if (builder.edgeCount > MANY_EDGES) return undefined;
  return { characters: builder.characters, edges: builder.edges, matched: new Set(ends) };
}

/** A pattern that is not bound to the beginning of a text is tried at each place of it. */
function searched(tree: PatternNode): PatternNode {
  if (tree.kind === "start") return tree;
  if (tree.kind === "choice") return { kind: "choice", branches: tree.branches.map(searched) };
  const [first, ...rest] = tree.kind === "sequence" ? tree.items : [];
  if (first?.kind === "start" || first?.kind === "choice" || first?.kind === "sequence")
    return { kind: "sequence", items: [searched(first), ...rest] };
  return { kind: "sequence", items: [{ kind: "repeat", item: ANY_CHARACTER, min: 0, max: Infinity }, tree] };
}

class Builder {
  readonly characters: string[] = [];
  readonly edges: number[][] = [];
  edgeCount = 0;

  build(node: PatternNode): Fragment {
    switch (node.kind) {
      case "characters":
        return this.#state(node.text);
      case "start":
      case "guard":
        return GUARD;
      case "sequence":
        return node.items.reduce((before, item) => this.#join(before, this.build(item)), EMPTY);
      case "choice":
        return unite(node.branches.map((branch) => this.build(branch)));
      case "repeat":
        return this.#repeat(node.item, node.min, node.max);
    }
  }

  #state(text: string): Fragment {
    const state = this.characters.push(text) - 1;
    this.edges.push([]);
    return { nullable: false, free: false, first: [state], last: [state], ends: [state] };
  }

  #join(one: Fragment, other: Fragment): Fragment {
    this.#connect(one.last, other.first);
    return {
      nullable: one.nullable && other.nullable,
      free: one.free && other.free,
      first: one.nullable ? [...one.first, ...other.first] : one.first,
      last: other.nullable ? [...one.last, ...other.last] : other.last,
      ends: other.free ? [...one.ends, ...other.ends] : other.ends,
    };
  }

  #repeat(item: PatternNode, min: number, max: number): Fragment {
    const size = sizeOf(item) * (max > MANY_COPIES ? min : max);
    if (this.characters.length + size > MANY_STATES || min > MANY_COPIES) return this.#endless(item, Math.min(min, 1));
    if (max > MANY_COPIES) return this.#endless(item, min);
    let tail = EMPTY;
    for (let copies = min; copies < max; copies++) tail = optional(this.#join(this.build(item), tail));
    return this.#join(this.#copies(item, min), tail);
  }

  #endless(item: PatternNode, min: number): Fragment {
    const before = this.#copies(item, min - 1);
    const loop = this.build(item);
    this.#connect(loop.last, loop.first);
    return this.#join(before, min === 0 ? optional(loop) : loop);
  }

  #copies(item: PatternNode, count: number): Fragment {
    let copies = EMPTY;
    for (let index = 0; index < count; index++) copies = this.#join(copies, this.build(item));
    return copies;
  }

  #connect(from: readonly number[], to: readonly number[]): void {
    this.edgeCount += from.length * to.length;
    if (this.edgeCount > MANY_EDGES) return;
    for (const state of from) this.edges[state]?.push(...to);
  }
}

function optional(fragment: Fragment): Fragment {
  return { ...fragment, nullable: true, free: true };
}

function unite(fragments: readonly Fragment[]): Fragment {
  return {
    nullable: fragments.some(({ nullable }) => nullable),
    free: fragments.some(({ free }) => free),
    first: fragments.flatMap(({ first }) => first),
    last: fragments.flatMap(({ last }) => last),
    ends: fragments.flatMap(({ ends }) => ends),
  };
}

/** States that a pattern has, written out. */
function sizeOf(node: PatternNode): number {
  switch (node.kind) {
    case "characters":
      return 1;
    case "start":
    case "guard":
      return 0;
    case "sequence":
      return node.items.reduce((sum, item) => sum + sizeOf(item), 0);
    case "choice":
      return node.branches.reduce((sum, item) => sum + sizeOf(item), 0);
    case "repeat":
      return sizeOf(node.item) * Math.max(1, node.max > MANY_COPIES ? Math.min(node.min, MANY_COPIES) : node.max);
  }
}
