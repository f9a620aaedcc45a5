/** A way to write a name of several words. */
export type Casing = "camelCase" | "snake_case" | "kebab-case" | "PascalCase" | "UPPER_CASE";

/** The first that fits is what a name is said to be. */
const PATTERNS: readonly (readonly [Casing, RegExp])[] = [
  ["camelCase", /^[a-z][A-Za-z\d]*$/],
  ["snake_case", /^[a-z\d]+(?:_[a-z\d]+)*$/],
  ["kebab-case", /^[a-z\d]+(?:-[a-z\d]+)*$/],
  ["PascalCase", /^[A-Z][A-Za-z\d]*$/],
  ["UPPER_CASE", /^[A-Z\d]+(?:_[A-Z\d]+)*$/],
];

/** The ways that a name is written in: a single word is in several. Each part of `chat.message` or `chat:message` is looked at by itself. */
export function casingsOf(name: string): readonly Casing[] {
  const parts = name.replace(/^[_$@]+|(?<!_)_+$/g, "").split(/[.:/]/);
  return PATTERNS.filter(([, pattern]) => parts.every((part) => pattern.test(part))).map(([casing]) => casing);
}

/** Things whose names should be written in one way. */
export interface Named {
  readonly name: string;
}

/**
 * The names that are not written as most are, and that way; none where no way is that of four fifths at least of the names of several
 * words: what is mixed on purpose, or by history, is left alone.
 */
export function oddOnes<T extends Named>(all: readonly T[]): { readonly casing: Casing; readonly odd: readonly T[] } | undefined {
  const telling = [...new Set(all.map(({ name }) => name))].map(casingsOf).filter(isTelling);
  const counted = PATTERNS.map(([casing]) => ({ casing, fitting: telling.filter((casings) => casings.includes(casing)).length }));
  const [most] = counted.sort((a, b) => b.fitting - a.fitting);
  if (most === undefined || most.fitting === 0 || most.fitting * 5 < telling.length * 4) return undefined;
  return { casing: most.casing, odd: all.filter(({ name }) => !casingsOf(name).includes(most.casing)) };
}

/** Whether a name shows how names are written: a single word does not. */
function isTelling(casings: readonly Casing[]): boolean {
  return casings.length < 2;
}

/** What is left of a name without the way in which it is written: `jobId`, `job_id` and `JOB-ID` are the same, `c` and `c++` are not. */
export function bareName(name: string): string {
  return name.replace(/[\s_.:/-]/g, "").toLowerCase();
}

/** Words of a name, in small letters: `createdAt` has `created` and `at`. */
export function wordsOf(name: string): readonly string[] {
  const parted = name.replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, " ");
  return parted.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
