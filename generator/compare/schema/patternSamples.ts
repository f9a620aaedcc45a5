import { type PatternNode, readPattern } from "../../model/pattern/patternTree.ts";

/** Texts kept of each part of a pattern. */
const FEW = 6;
/** Repetitions tried beyond the least. */
const MORE = [0, 1, 2, 5];
const LONGEST = 2_000;

/** Some texts that a pattern is meant to match, and nearly always does: whoever uses one asks the pattern again. */
export function patternSamples(pattern: string, lengths: readonly number[]): readonly string[] {
  const tree = readPattern(pattern);
  return tree === undefined
    ? []
    : samplesOf(
        tree,
        lengths.filter((length) => length <= LONGEST),
      );
}

function samplesOf(node: PatternNode, lengths: readonly number[]): string[] {
  switch (node.kind) {
    case "characters":
      return charactersOf(node.text);
    case "start":
    case "guard":
      return [""];
    case "sequence":
      return node.items.reduce((texts, item) => joined(texts, samplesOf(item, lengths)), [""]);
    case "choice":
      return spread(node.branches.map((branch) => samplesOf(branch, lengths)));
    case "repeat":
      return repeated(samplesOf(node.item, lengths), node.min, node.max, lengths);
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

function repeated(items: readonly string[], min: number, max: number, lengths: readonly number[]): string[] {
  const counts = new Set(
    [...MORE.map((more) => min + more), ...lengths, max].filter((count) => count >= min && count <= max && count <= LONGEST),
  );
  return [...counts]
    .flatMap((count) => (count === 0 ? [""] : items.slice(0, 3).map((item) => item.repeat(count))))
    .slice(0, FEW * 2);
}

const PLAIN = "a0A-_. xbZ9/:@,#~!é字😀\n";
const POOL: readonly string[] = [
  ...new Set([...PLAIN, ...Array.from({ length: 95 }, (_, code) => String.fromCodePoint(code + 32))]),
];

/** Some characters of a set, as a pattern writes it. */
function charactersOf(text: string): string[] {
  const test = new RegExp(`^(?:${text})$`, "u");
  return POOL.filter((character) => test.test(character)).slice(0, 3);
}
