import { isPlainObject } from "./plainObject.ts";

/** Whether no item of a list is another's equal, by JSON Schema's rule; bytes compare by content. Looks at each item once. */
export function areUnique(list: readonly unknown[]): boolean {
  const simple = new Set<unknown>();
  const texts = new Set<unknown>();
  const others = new Map<object, number>();
  return list.every((item) => {
    const isSimple = typeof item !== "object" || item === null;
    return isSimple ? isNew(simple, item) : isNew(texts, canonical(item, others));
  });
}

function isNew(known: Set<unknown>, key: unknown): boolean {
  const count = known.size;
  return known.add(key).size > count;
}

/** A text that two values have in common where they are equal, and only there. */
function canonical(value: unknown, others: Map<object, number>): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "object" || value === null) return `${String(value)}${typeof value === "bigint" ? "n" : ""}`;
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item, others)).join(",")}]`;
  if (value instanceof Uint8Array) return `<${value.join(",")}>`;
  if (!isPlainObject(value)) return `#${numberOf(value, others)}`;
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key], others)}`).join(",")}}`;
}

/** Things of other classes are equal to nothing but themselves. */
function numberOf(value: object, others: Map<object, number>): number {
  const known = others.get(value) ?? others.size;
  others.set(value, known);
  return known;
}
