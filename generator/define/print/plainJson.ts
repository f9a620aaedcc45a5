import { escapeStep } from "@wirepact/runtime";
import type { Json } from "../../json.ts";
import { DefinitionError } from "../definitionError.ts";

/** A value of a protocol module as JSON; throws with its place in the document if JSON cannot carry it. */
export function plainJson(value: unknown, pointer: string, above: readonly unknown[] = []): Json {
  if (typeof value !== "object" || value === null) return plainScalar(value, pointer);
  if (above.includes(value)) throw cyclicValue(pointer);
  const path = [...above, value];
  if (Array.isArray(value)) return value.map((item, index) => plainJson(item, `${pointer}/${index}`, path));
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, plainJson(item, `${pointer}/${escapeStep(key)}`, path)]));
}

/** A value that is no object, as JSON. */
export function plainScalar(value: unknown, pointer: string): Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  const what = typeof value === "number" ? String(value) : `a ${typeof value}`;
  throw new DefinitionError("not-json", { pointer }, `${what} stands here, which JSON cannot carry; remove it`);
}

/** The error of a value that contains itself. */
export function cyclicValue(pointer: string): DefinitionError {
  const text = "a schema object contains itself; name it, and refer to it with Type.Ref inside Type.Cyclic";
  return new DefinitionError("cyclic-schema", { pointer }, text);
}
