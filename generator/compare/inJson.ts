import { isList, isObject, type Json } from "../json.ts";

/** A value as JSON would carry it: bytes as base64. */
export function inJson(value: Json): Json {
  if (isBytes(value)) return Buffer.from(value).toString("base64");
  if (isList(value)) return value.map(inJson);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, inJson(held)]));
}

/** MessagePack carries bytes where a JSON value is expected. */
function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array;
}
