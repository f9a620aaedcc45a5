import { preview } from "./error.ts";
import { similar } from "./similar.ts";

/** Refuses a name that nobody knows, and says which it is probably meant to be: what is left out because of a letter is missed late. */
export function checkNames(given: readonly string[], known: readonly string[], owner: string): void {
  const unknown = given.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const meant = similar(unknown, known);
  const hint = meant === undefined ? `it may be ${known.join(", ")}` : `did you mean ${preview(meant)}?`;
  throw new TypeError(`${owner}: there is no ${preview(unknown)}; ${hint}`);
}

/** The names under which something is given; what is undefined is as good as absent. */
export function givenNames(given: object): string[] {
  return Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
}
