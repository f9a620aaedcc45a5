/** A character of each kind that some sets tell apart, plain ones first. */
export function kindsOf(sets: readonly string[]): readonly string[] {
  const distinct = [...new Set(sets)];
  const tests = distinct.map((text) => new RegExp(`^(?:${text})$`, "u"));
  const kinds = new Map<string, string>();
  for (const code of new Set([...PLAIN, ...EDGES, ...distinct.flatMap(mentioned)])) {
    if (isSurrogate(code)) continue;
    const character = String.fromCodePoint(code);
    const key = tests.map((test) => (test.test(character) ? "1" : "0")).join("");
    if (!kinds.has(key)) kinds.set(key, character);
  }
  return [...kinds.values()];
}

const PLAIN = [..."aA0zZ9 -_./:xX"].map((character) => character.codePointAt(0) ?? 0);

/** Where sets that have a name begin and end: all of Latin, what is space or the end of a line, and the end of the planes. */
const SPACES = [0x1680, 0x2000, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff];
const EDGES = [...Array.from({ length: 0x180 }, (_, code) => code), ...SPACES.flatMap(around), 0xffff, 0x10000, 0x10ffff];

/** The characters that a set names, and their neighbours: between two of them, all characters are of one kind. */
function mentioned(text: string): number[] {
  const escaped = [...text.matchAll(/\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2}))/gi)];
  const codes = escaped.map(([, long, short, byte]) => Number.parseInt(long ?? short ?? byte ?? "0", 16));
  return [...codes, ...[...text].map((character) => character.codePointAt(0) ?? 0)].flatMap(around);
}

function around(code: number): number[] {
  return [code, code - 1, code + 1].filter((near) => near >= 0 && near <= 0x10ffff);
}

/** Nothing tells a lone surrogate from its neighbours here, and two of them would make another character. */
function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}
