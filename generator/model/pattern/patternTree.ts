/** A regular expression with the u flag, as far as the work of matching it depends on it. */
export type PatternNode =
  /** One character of a set, as the pattern writes it. */
  | { readonly kind: "characters"; readonly text: string }
  /** The beginning of the text. */
  | { readonly kind: "start" }
  /** A question about the text around that takes none of it: its end, a word's edge, what stands ahead. */
  | { readonly kind: "guard"; readonly inner: PatternNode | null }
  | { readonly kind: "sequence"; readonly items: readonly PatternNode[] }
  | { readonly kind: "choice"; readonly branches: readonly PatternNode[] }
  | { readonly kind: "repeat"; readonly item: PatternNode; readonly min: number; readonly max: number };

/** Any character at all. */
export const ANY_CHARACTER: PatternNode = { kind: "characters", text: "[^]" };

/** Parts of a pattern nested deeper than this are not told apart any more. */
const MAX_DEPTH = 100;

const GROUP = /\((?:\?(?:[:=!]|<[=!]|<[^>]*>|[a-z-]*:))?/y;
const QUANTIFIER = /(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/y;
const ATOM = new RegExp(
  [
    String.raw`\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}`,
    String.raw`\\(?:u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|[pP]\{[^}]*\}|k<[^>]*>|[1-9]\d*|.)`,
    String.raw`\[(?:\\.|[^\]\\])*\]`,
    ".",
  ].join("|"),
  "suy",
);

/** Reads a pattern that is known to compile; undefined where it is nested too deeply. */
export function readPattern(pattern: string): PatternNode | undefined {
  return new Reader(pattern).choice(0);
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  choice(depth: number): PatternNode | undefined {
    if (depth > MAX_DEPTH) return undefined;
    const branches = [];
    do {
      const branch = this.#sequence(depth);
      if (branch === undefined) return undefined;
      branches.push(branch);
    } while (this.#take(/\|/y) !== null);
    const [only] = branches;
    return only !== undefined && branches.length === 1 ? only : { kind: "choice", branches };
  }

  #sequence(depth: number): PatternNode | undefined {
    const items = [];
    while (this.#at < this.#text.length && !/[|)]/.test(this.#text[this.#at] ?? "")) {
      const item = this.#item(depth);
      if (item === undefined) return undefined;
      items.push(this.#repeated(item));
    }
    return { kind: "sequence", items };
  }

  #item(depth: number): PatternNode | undefined {
    const group = this.#take(GROUP);
    if (group === null) return atom(this.#take(ATOM)?.[0] ?? "");
    const inner = this.choice(depth + 1);
    this.#take(/\)/y);
    return inner !== undefined && /[=!]$/.test(group[0]) ? { kind: "guard", inner } : inner;
  }

  #repeated(item: PatternNode): PatternNode {
    const found = this.#take(QUANTIFIER);
    if (found === null) return item;
    const [sign, min, comma, max] = found;
    if (min === undefined)
      return { kind: "repeat", item, min: sign.startsWith("+") ? 1 : 0, max: sign.startsWith("?") ? 1 : Infinity };
    return { kind: "repeat", item, min: Number(min), max: comma === undefined ? Number(min) : Number(max || Infinity) };
  }

  #take(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.#at;
    const found = expression.exec(this.#text);
    if (found !== null) this.#at += found[0].length;
    return found;
  }
}

function atom(text: string): PatternNode {
  if (text === "^") return { kind: "start" };
  if (text === "$" || text === "\\b" || text === "\\B") return { kind: "guard", inner: null };
  // What a group took is some text; its length adds nothing to the ways of matching.
  return /^\\(?:k<|[1-9])/.test(text) ? ANY_CHARACTER : { kind: "characters", text };
}
