/**
 * Whether a value is an object as JSON knows it: with properties and nothing else, neither a list nor of a class. Bytes, dates,
 * maps and extensions of MessagePack are none, whatever properties they have.
 */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // The last prototype of another realm (a frame, a worker's context) is not ours, but has none of its own either.
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}
