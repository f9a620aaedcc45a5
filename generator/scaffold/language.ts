/** The languages that files are scaffolded in. */
export type Language = "typescript" | "javascript";

const LANGUAGES: Readonly<Record<string, Language>> = {
  ".ts": "typescript",
  ".mts": "typescript",
  ".js": "javascript",
  ".mjs": "javascript",
};

/** Endings of the files that are scaffolded: modules, since the packages are modules. */
export const ENDINGS: readonly string[] = Object.keys(LANGUAGES);

/** The language of a file, by its ending; undefined for what is not scaffolded. Declarations hold no code. */
export function languageOf(path: string): Language | undefined {
  if (/\.d\.[^./\\]*ts$/.test(path)) return undefined;
  return LANGUAGES[/\.[^./\\]+$/.exec(path)?.[0] ?? ""];
}
