/** Whether two JSON values are the same, by JSON Schema's rule; bytes compare by content. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  if (ArrayBuffer.isView(a) !== ArrayBuffer.isView(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && equal(read(a, key), read(b, key)));
}

function read(value: object, key: string): unknown {
  // Object.keys and Object.hasOwn have shown the property to be the object's own.
  return (value as Record<string, unknown>)[key];
}
