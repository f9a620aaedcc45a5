/** Whether a text has no half of a surrogate pair: UTF-8 has no bytes for one, and most encoders write another character for it. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/** Whether every text of a value, names included, can be written as UTF-8. The value must be no deeper than the stack. */
export function isWritableAsUtf8(value: unknown): boolean {
  if (typeof value === "string") return isWellFormed(value);
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return true;
  if (Array.isArray(value)) return value.every(isWritableAsUtf8);
  return Object.entries(value).every(([name, inner]) => isWellFormed(name) && isWritableAsUtf8(inner));
}
