import { type Encoding, escapeStep } from "@wirepact/runtime";
import { isList, isObject, type Json } from "../json.ts";
import type { CarriedFrame } from "./inJson.ts";

/** A frame that is shown, and how it travels where that is known. */
export interface ShownFrame extends CarriedFrame {
  readonly encoding?: Encoding;
}

/** Bytes of a value that are shown. */
const SHOWN = 16;

/** A frame for people: as JSON, but for bytes, which JSON has none of. Whoever sent those as their base64 would send another frame. */
export function printFrame({ frame, bytes = [] }: ShownFrame, indent = 0): string {
  if (bytes.length === 0) return JSON.stringify(frame, undefined, indent);
  return print(frame, "", { bytes: new Set(bytes), indent }, "");
}

/** What stands before a frame that is not sent as the text that is shown. */
export function encodingText({ encoding }: Pick<ShownFrame, "encoding">): string {
  return encoding === undefined || encoding === "json" ? "" : `(${encoding}) `;
}

interface Layout {
  readonly bytes: ReadonlySet<string>;
  readonly indent: number;
}

function print(value: Json, pointer: string, layout: Layout, margin: string): string {
  if (typeof value === "string" && layout.bytes.has(pointer)) return bytesText(value);
  const inner = margin + " ".repeat(layout.indent);
  if (isList(value)) {
    const items = value.map((item, index) => print(item, `${pointer}/${index}`, layout, inner));
    return enclosed("[", items, "]", layout, margin);
  }
  if (!isObject(value)) return JSON.stringify(value);
  const colon = layout.indent === 0 ? ":" : ": ";
  const members = Object.entries(value).map(
    ([name, held]) => `${JSON.stringify(name)}${colon}${print(held, `${pointer}/${escapeStep(name)}`, layout, inner)}`,
  );
  return enclosed("{", members, "}", layout, margin);
}

function enclosed(open: string, parts: readonly string[], close: string, { indent }: Layout, margin: string): string {
  if (indent === 0 || parts.length === 0) return `${open}${parts.join(",")}${close}`;
  const lines = parts.map((part) => `${margin}${" ".repeat(indent)}${part}`);
  return `${open}\n${lines.join(",\n")}\n${margin}${close}`;
}

function bytesText(base64: string): string {
  const bytes = Buffer.from(base64, "base64");
  const hex = bytes.subarray(0, SHOWN).toString("hex");
  const shown = bytes.length === 0 ? "" : ` ${hex}${bytes.length > SHOWN ? "…" : ""}`;
  return `<${bytes.length} ${bytes.length === 1 ? "byte" : "bytes"}${shown}>`;
}
