import { ANY_CHARACTER, type PatternNode, readPattern } from "../../../model/pattern/patternTree.ts";

/** Where an empty step may be taken: anywhere, or only at the beginning or the end of the text. */
type When = "always" | "start" | "end";

/** A place in a pattern: what it takes from there, and what lies behind without taking anything. */
interface Place {
  readonly takes: { readonly text: string; readonly to: number }[];
  readonly skips: { readonly when: When; readonly to: number }[];
}

/** A pattern as places and steps; it matches a text where a way from the first place to the last takes all of it. */
export interface Net {
  readonly places: readonly Place[];
  readonly last: number;
}

const MANY_PLACES = 3_000;

/** Reads a pattern as a net; undefined where its texts are not told by characters alone, or it is too large. */
export function netOf(pattern: string): Net | undefined {
  const tree = isRegular(pattern) ? readPattern(pattern) : undefined;
  if (tree === undefined || sizeOf(tree) > MANY_PLACES) return undefined;
  const anything: PatternNode = { kind: "repeat", item: ANY_CHARACTER, min: 0, max: Infinity };
  const builder = new Builder();
  const last = builder.add({ kind: "sequence", items: [anything, tree, anything] }, builder.place());
  return { places: builder.places, last };
}

/** Without lookarounds, words' edges, references to groups, flags, and sets by Unicode's properties. */
function isRegular(pattern: string): boolean {
  return !/\\[bBkpP1-9]|\(\?(?!:|<[^=!])|\\u\{?0*d[89a-f]|[\ud800-\udfff]/iu.test(pattern);
}

function sizeOf(node: PatternNode): number {
  switch (node.kind) {
    case "characters":
    case "start":
    case "guard":
      return 1;
    case "sequence":
      return node.items.reduce((sum, item) => sum + sizeOf(item), 0);
    case "choice":
      return node.branches.reduce((sum, branch) => sum + sizeOf(branch) + 1, 1);
    case "repeat":
      return (sizeOf(node.item) + 1) * (Number.isFinite(node.max) ? node.max : node.min + 1);
  }
}

class Builder {
  readonly places: Place[] = [];

  place(): number {
    return this.places.push({ takes: [], skips: [] }) - 1;
  }

  /** Adds what a part of a pattern takes from a place on; the place behind it. */
  add(node: PatternNode, from: number): number {
    switch (node.kind) {
      case "characters": {
        const to = this.place();
        this.places[from]?.takes.push({ text: node.text, to });
        return to;
      }
      case "start":
        return this.#skip(from, "start");
      case "guard":
        return this.#skip(from, "end");
      case "sequence":
        return node.items.reduce((place, item) => this.add(item, place), from);
      case "choice":
        return this.#join(node.branches.map((branch) => this.add(branch, this.#skip(from))));
      case "repeat":
        return this.#repeat(node.item, node.min, node.max, from);
    }
  }

  #skip(from: number, when: When = "always", to: number = this.place()): number {
    this.places[from]?.skips.push({ when, to });
    return to;
  }

  #join(ends: readonly number[]): number {
    const joined = this.place();
    for (const end of ends) this.#skip(end, "always", joined);
    return joined;
  }

  #repeat(item: PatternNode, min: number, max: number, from: number): number {
    let place = from;
    for (let count = 0; count < min; count++) place = this.add(item, place);
    if (max === Infinity) {
      const loop = this.#skip(place);
      this.#skip(this.add(item, loop), "always", loop);
      return this.#skip(loop);
    }
    const ends = [place];
    for (let count = min; count < max; count++) ends.push(this.add(item, ends.at(-1) ?? place));
    return this.#join(ends);
  }
}
