import { preview } from "./error.ts";

/** Refuses a name that nobody knows, and says which it is probably meant to be: what is left out because of a letter is missed late. */
export function checkNames(given: readonly string[], known: readonly string[], owner: string): void {
  const unknown = given.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const meant = nearest(unknown, known);
  const hint = meant === undefined ? `it may be ${known.join(", ")}` : `did you mean ${preview(meant)}?`;
  throw new TypeError(`${owner}: there is no ${preview(unknown)}; ${hint}`);
}

/** The name that is one or two edits away, case aside. */
function nearest(word: string, known: readonly string[]): string | undefined {
  const limit = word.length <= 4 ? 1 : 2;
  const distances = known.map((name) => ({ name, distance: distanceOf(word.toLowerCase(), name.toLowerCase()) }));
  return distances.filter(({ distance }) => distance <= limit).sort((a, b) => a.distance - b.distance)[0]?.name;
}

/** How many letters must be inserted, deleted or replaced to make one word of another. */
function distanceOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (const [column, kept] of row.slice(0, -1).entries()) {
      const replaced = kept + (letter === other[column] ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The names under which something is given; what is undefined is as good as absent. */
export function givenNames(given: object): string[] {
  return Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
}
