/** Which of some sets of characters share a character: each set as bits, one a kind of character. */
export interface Alphabet {
  /** Of each set, the kinds in it. */
  readonly sets: readonly bigint[];
  /** Number of kinds. */
  readonly kinds: number;
}

/** Characters of many sorts: all of Latin, and some of what Unicode's properties tell apart. */
const SAMPLES = [...Array.from({ length: 0x250 }, (_, code) => code), ...points("αΩжЖא١अ一あ한ツ‐  €∑😀𝒜́\ud800\ue000")];

/** Sorts characters into kinds by the sets of a pattern, each as it writes them. */
export function alphabetOf(pattern: string, texts: readonly string[]): Alphabet {
  const members = new Map(texts.map((text) => [text, 0n]));
  const tests = [...members.keys()]
    .filter((text) => !isPlain(text))
    .map((text) => [text, new RegExp(`^(?:${text})$`, "u")] as const);
  const kinds = new Map<string, number>();
  for (const code of new Set([...SAMPLES, ...mentioned(pattern)])) {
    const character = String.fromCodePoint(code);
    const holders = tests.filter(([, test]) => test.test(character)).map(([text]) => text);
    if (isPlain(character) && members.has(character)) holders.push(character);
    const key = JSON.stringify(holders);
    if (holders.length === 0 || kinds.has(key)) continue;
    for (const text of holders) members.set(text, (members.get(text) ?? 0n) | (1n << BigInt(kinds.size)));
    kinds.set(key, kinds.size);
  }
  return { sets: texts.map((text) => members.get(text) ?? 0n), kinds: kinds.size };
}

/** Whether a set is one character that stands for itself. */
function isPlain(text: string): boolean {
  return text !== "." && [...text].length === 1;
}

/** The characters that a pattern names, and their neighbours: where a range of it begins and ends. */
function mentioned(pattern: string): number[] {
  const escaped = [...pattern.matchAll(/\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2}))/gi)];
  const codes = escaped.map(([, long, short, byte]) => Number.parseInt(long ?? short ?? byte ?? "0", 16));
  const pairs = [...pattern.matchAll(/\\u(d[89ab][\da-f]{2})\\u(d[c-f][\da-f]{2})/gi)].flatMap(([, high = "", low = ""]) =>
    points(String.fromCharCode(Number.parseInt(high, 16), Number.parseInt(low, 16))),
  );
  return [...codes, ...pairs, ...points(pattern)]
    .flatMap((code) => [code - 1, code, code + 1])
    .filter((code) => code >= 0 && code <= 0x10ffff);
}

function points(text: string): number[] {
  return [...text].map((character) => character.codePointAt(0) ?? 0);
}
