import { type Document, isMap, LineCounter, parseDocument } from "yaml";

/** The files of a package by their paths. */
export type Files = ReadonlyMap<string, string>;

/** The paths whose files differ, including those that only one of the two packages has. */
export function changedPaths(before: Files, after: Files): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}

/** The part of a text that another one replaces: its first line, counted from 1, and the lines on either side. */
export interface Change {
  readonly line: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** What one change turns a text into another. */
export function changeBetween(before: string, after: string): Change {
  const [old, young] = [before.split("\n"), after.split("\n")];
  const start = old.findIndex((line, index) => line !== young[index]);
  if (start < 0) return { line: old.length + 1, removed: [], added: young.slice(old.length) };
  let same = 0;
  while (same < Math.min(old.length, young.length) - start && old.at(-1 - same) === young.at(-1 - same)) same++;
  return { line: start + 1, removed: old.slice(start, old.length - same), added: young.slice(start, young.length - same) };
}

/** The lines of a text that another one does not have in the same order. */
export function lostLines(before: string, after: string): string[] {
  const young = after.split("\n");
  let from = 0;
  return before.split("\n").filter((line) => {
    const found = young.indexOf(line, from);
    if (found >= 0) from = found + 1;
    return found < 0;
  });
}

/** The lines of a YAML text on which the value at a path stands, its key's line included: first and last. */
export function linesOfYaml(text: string, path: readonly string[]): [first: number, last: number] {
  const { document, lines } = parsed(text);
  const holder = document.getIn(path.slice(0, -1), true);
  const pair = isMap(holder) ? holder.items.find(({ key }) => String(key) === path.at(-1)) : undefined;
  const [start, end] = [rangeOf(pair?.key)?.[0], rangeOf(pair?.value)?.[1]];
  if (start === undefined || end === undefined) throw new TypeError(`nothing at ${path.join(".")}`);
  return [lines.linePos(start).line, lines.linePos(end - 1).line];
}

/** The text that was parsed last: one contract is looked at many times. */
let last: (Parsed & { readonly text: string }) | undefined;

interface Parsed {
  readonly document: Document;
  readonly lines: LineCounter;
}

function parsed(text: string): Parsed {
  if (last?.text === text) return last;
  const lines = new LineCounter();
  last = { text, lines, document: parseDocument(text, { lineCounter: lines }) };
  return last;
}

function rangeOf(node: unknown): readonly number[] | undefined {
  return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range) ? node.range : undefined;
}

/** The declarations of a file of types, by the name that each exports. */
export function declarations(text: string): Map<string, string> {
  const blocks = text.split(/\n\n(?=\/\*\*|export )/);
  return new Map(blocks.map((block) => [/^export (?:interface|type) (\w+)/m.exec(block)?.[1] ?? "", block]));
}
