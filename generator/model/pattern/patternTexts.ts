import { type PatternNode, readPattern } from "./patternTree.ts";

/** Texts kept of each part of a pattern. */
const FEW = 6;
/** Repetitions tried beyond the least. */
const MORE = [0, 1, 2, 5];
const LONGEST = 2_000;

/** How often something is repeated of which a pattern says how often it may be. */
type Times = (min: number, max: number) => readonly number[];

const varied: Times = (min, max) => [...MORE.map((more) => min + more), max].filter((count) => count <= max);

/** As often as is wanted, or as near to that as may be. */
function about(count: number): Times {
  return (min, max) => [Math.min(Math.max(min, count), max)];
}

/**
 * Some texts that a pattern is meant to match, and nearly always does: whoever uses one asks the pattern again. Various ones come first,
 * and then for each length such as repeat what may be repeated so often, so that they are at least as long, if they may be.
 */
export function patternTexts(pattern: string, lengths: readonly number[]): readonly string[] {
  const tree = readPattern(pattern);
  if (tree === undefined) return [];
  const wanted = lengths.filter((length) => length <= LONGEST);
  return [...new Set([varied, ...wanted.map(about)].flatMap((times) => samplesOf(tree, times)))];
}

function samplesOf(node: PatternNode, times: Times): string[] {
  switch (node.kind) {
    case "characters":
      return charactersOf(node.text);
    case "start":
    case "guard":
      return [""];
    case "sequence":
      return node.items.reduce((texts, item) => joined(texts, samplesOf(item, times)), [""]);
    case "choice":
      return spread(node.branches.map((branch) => samplesOf(branch, times)));
    case "repeat":
      return repeated(samplesOf(node.item, times), times(node.min, node.max), node.min);
  }
}

/** Each text of one part with some text of the next, so that all are seen and few are made. */
function joined(before: readonly string[], after: readonly string[]): string[] {
  const count = Math.max(before.length, after.length);
  if (before.length === 0 || after.length === 0) return [];
  const paired = Array.from(
    { length: count },
    (_, index) => (before[index % before.length] ?? "") + (after[index % after.length] ?? ""),
  );
  const crossed = after.map((text) => (before[0] ?? "") + text);
  return [...new Set([...paired, ...crossed])].slice(0, FEW);
}

/** The first of each, then the second of each: no branch is forgotten while there is room. */
function spread(lists: readonly (readonly string[])[]): string[] {
  const most = Math.max(0, ...lists.map((list) => list.length));
  const rows = Array.from({ length: most }, (_, index) => lists.flatMap((list) => list[index] ?? []));
  return [...new Set(rows.flat())].slice(0, Math.max(FEW, lists.length));
}

/** Each count of some items; fewer, down to the least, where that would be too long. */
function repeated(items: readonly string[], counts: readonly number[], min: number): string[] {
  const texts = [...new Set(counts)].flatMap((count) => {
    if (count === 0) return [""];
    return items.slice(0, 3).flatMap((item) => {
      const fitting = Math.min(count, Math.floor(LONGEST / Math.max(1, item.length)));
      return fitting < min ? [] : [item.repeat(fitting)];
    });
  });
  return texts.slice(0, FEW * 2);
}

/** Those that people read best come first. */
const PLAIN = "a0A-_. xbZ9/:@,#~!é字😀\n";
const POOL: readonly string[] = [...new Set([...PLAIN, ...codes(0x20, 0x7e), ...codes(0x01, 0x17f)])];

function codes(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
}

/** Some characters of a set, as a pattern writes it. */
function charactersOf(text: string): string[] {
  const test = new RegExp(`^(?:${text})$`, "u");
  return POOL.filter((character) => test.test(character)).slice(0, 3);
}
