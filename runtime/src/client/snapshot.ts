import { isPlainObject } from "../plainObject.ts";

/**
 * A value as it is now, however its owner changes it later. What is no plain data stays itself, so that a message that waits is
 * written as it would have been at once; structuredClone would refuse functions, and take `toJSON` from those that have it.
 */
export function snapshot(value: unknown, seen: Map<unknown, unknown> = new Map()): unknown {
  if (ArrayBuffer.isView(value)) return structuredClone(value);
  if (seen.has(value)) return seen.get(value);
  if (Array.isArray(value)) return copyList(value, seen);
  return isPlainObject(value) ? copyObject(value, seen) : value;
}

function copyList(list: readonly unknown[], seen: Map<unknown, unknown>): unknown[] {
  const copy: unknown[] = [];
  seen.set(list, copy);
  for (const item of list) copy.push(snapshot(item, seen));
  return copy;
}

function copyObject(object: object, seen: Map<unknown, unknown>): object {
  const copy = {};
  seen.set(object, copy);
  for (const [key, value] of Object.entries(object)) {
    // Assigning a key named `__proto__` would not make a property.
    Object.defineProperty(copy, key, { value: snapshot(value, seen), enumerable: true, writable: true, configurable: true });
  }
  return copy;
}
