/**
 * What a validator knows of a frame that came as JSON: there bytes are base64 strings. It notes where it took a string for
 * bytes, and forgets what it noted in a branch that did not hold.
 */
export class JsonBytes {
  readonly #taken: (readonly [holder: object, key: string | number])[] = [];

  /** Where {@link undo} may return to. */
  get mark(): number {
    return this.#taken.length;
  }

  /** Whether a value is base64; notes its place, so that {@link read} makes bytes of it. */
  isBytes(value: unknown, holder: object, key: string | number): boolean {
    if (typeof value !== "string" || !isBase64(value)) return false;
    this.#taken.push([holder, key]);
    return true;
  }

  /** Forgets what was noted since a mark. */
  undo(mark: number): void {
    this.#taken.length = mark;
  }

  /** Copies the frame, with bytes where base64 was taken for them. */
  read(frame: unknown): unknown {
    if (this.#taken.length === 0) return frame;
    const keys = new Map<object, Set<string>>();
    for (const [holder, key] of this.#taken) keys.set(holder, (keys.get(holder) ?? new Set()).add(String(key)));
    return replace(frame, (value, holder, key) => (keys.get(holder)?.has(key) ? decode(value) : value));
  }
}

/** Copies a value for JSON, bytes anywhere in it as base64 strings; gives the value itself where it holds none. */
export function encodeBytes(value: unknown): unknown {
  return value instanceof Uint8Array
    ? encode(value)
    : replace(value, (inner) => (inner instanceof Uint8Array ? encode(inner) : inner));
}

type Leaf = (value: unknown, holder: object, key: string) => unknown;

/** Copies what changes, and keeps the rest. */
function replace(value: unknown, leaf: Leaf): unknown {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  let isChanged = false;
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => {
    const changed = replace(leaf(item, value, key), leaf);
    isChanged ||= changed !== item;
    return [key, changed];
  });
  if (!isChanged) return value;
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

function decode(value: unknown): unknown {
  if (typeof value !== "string") return value;
  return Uint8Array.from(atob(value), (char) => char.charCodeAt(0));
}

/** One character after the other: a pattern would need a stack as deep as the text is long. */
function isBase64(text: string): boolean {
  if (text.length % 4 !== 0) return false;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  for (let index = 0; index < text.length - padding; index++) {
    if (!BASE64.has(text.charCodeAt(index))) return false;
  }
  return true;
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const BASE64: ReadonlySet<number> = new Set(Array.from(ALPHABET, (char) => char.charCodeAt(0)));

function encode(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
