import { type Pointer, pointerSteps } from "./pointer.ts";

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Copies a frame that came as JSON, its base64 strings at the given places turned into bytes. What is no base64 stays for the validator to refuse. */
export function readBytes(frame: unknown, places: readonly Pointer[]): unknown {
  return places.reduce((value, place) => change(value, pointerSteps(place), decode), frame);
}

/** Copies a frame for JSON, its bytes at the given places turned into base64 strings. */
export function writeBytes(frame: unknown, places: readonly Pointer[]): unknown {
  return places.reduce((value, place) => change(value, pointerSteps(place), encode), frame);
}

type Leaf = (value: unknown) => unknown;

function change(value: unknown, [step, ...rest]: string[], leaf: Leaf): unknown {
  if (step === undefined) return leaf(value);
  if (Array.isArray(value)) return step === "*" ? value.map((item) => change(item, rest, leaf)) : value;
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, step === "*" || step === key ? change(item, rest, leaf) : item]),
  );
}

function decode(value: unknown): unknown {
  if (typeof value !== "string" || !BASE64.test(value)) return value;
  return Uint8Array.from(atob(value), (char) => char.charCodeAt(0));
}

function encode(value: unknown): unknown {
  if (!(value instanceof Uint8Array)) return value;
  let text = "";
  for (const byte of value) text += String.fromCharCode(byte);
  return btoa(text);
}
