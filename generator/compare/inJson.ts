import { escapeStep } from "@wirepact/runtime";
import { isList, isObject, type Json } from "../json.ts";

/** A frame as JSON carries it: bytes as base64, and JSON Pointers to them where there are any. */
export interface CarriedFrame {
  readonly frame: Json;
  readonly bytes?: readonly string[];
}

/** A frame as a witness keeps it, which no longer knows by itself which of its texts are bytes. */
export function carried(frame: Json): CarriedFrame {
  const bytes = pointersToBytes(frame, "");
  return bytes.length === 0 ? { frame: inJson(frame) } : { frame: inJson(frame), bytes };
}

/** A value as JSON would carry it: bytes as base64. */
export function inJson(value: Json): Json {
  if (isBytes(value)) return Buffer.from(value).toString("base64");
  if (isList(value)) return value.map(inJson);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, inJson(held)]));
}

function pointersToBytes(value: Json, pointer: string): string[] {
  if (isBytes(value)) return [pointer];
  if (isList(value)) return value.flatMap((item, index) => pointersToBytes(item, `${pointer}/${index}`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, held]) => pointersToBytes(held, `${pointer}/${escapeStep(name)}`));
}

/** MessagePack carries bytes where a JSON value is expected. */
function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array;
}
