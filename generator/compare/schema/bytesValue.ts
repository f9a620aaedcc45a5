import type { Json } from "../../json.ts";

/** Some bytes. Wherever values are passed on they stand for a JSON value, which they are not: only MessagePack carries them. */
export const BYTES: Json = new Uint8Array([1, 2, 3]) as unknown as Json;

/** Whether a value is bytes. */
export function isBytes(value: unknown): boolean {
  return value instanceof Uint8Array;
}
