/** A step towards binary data: a property, a place in a tuple, every item of a list, or every property but the named ones. */
export type BytesStep = string | number | { readonly each: "item" } | { readonly others: readonly string[] };

/** The way from a frame to binary data in it. */
export type BytesPlace = readonly BytesStep[];

/** Copies a frame that came as JSON, its base64 strings at the given places turned into bytes. What is no base64 stays for the validator to refuse. */
export function readBytes(frame: unknown, places: readonly BytesPlace[]): unknown {
  return places.reduce((value: unknown, place) => change(value, place, decode), frame);
}

/** Copies a frame for JSON, its bytes at the given places turned into base64 strings. */
export function writeBytes(frame: unknown, places: readonly BytesPlace[]): unknown {
  return places.reduce((value: unknown, place) => change(value, place, encode), frame);
}

type Leaf = (value: unknown) => unknown;

function change(value: unknown, [step, ...rest]: BytesPlace, leaf: Leaf): unknown {
  if (step === undefined) return leaf(value);
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  const changed = (key: string | number, item: unknown) => (matches(step, key) ? change(item, rest, leaf) : item);
  if (Array.isArray(value)) return value.map((item, index) => changed(index, item));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, changed(key, item)]));
}

function matches(step: BytesStep, key: string | number): boolean {
  if (typeof step !== "object") return step === key;
  return "each" in step ? typeof key === "number" : typeof key === "string" && !step.others.includes(key);
}

function decode(value: unknown): unknown {
  if (typeof value !== "string" || value.length % 4 !== 0 || !isBase64(value)) return value;
  return Uint8Array.from(atob(value), (char) => char.charCodeAt(0));
}

/** One character after the other: a pattern would need a stack as deep as the text is long. */
function isBase64(text: string): boolean {
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  for (let index = 0; index < text.length - padding; index++) {
    if (!BASE64.has(text.charCodeAt(index))) return false;
  }
  return true;
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const BASE64: ReadonlySet<number> = new Set(Array.from(ALPHABET, (char) => char.charCodeAt(0)));

function encode(value: unknown): unknown {
  if (!(value instanceof Uint8Array)) return value;
  let text = "";
  for (const byte of value) text += String.fromCharCode(byte);
  return btoa(text);
}
