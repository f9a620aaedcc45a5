import { isList, isObject, type Json } from "../json.ts";
import { type Code, code, join, key, spaces } from "./code.ts";

/** Longer literals stand on several lines. */
const WIDTH = 120;

/** A JSON value as a literal, one entry a line where it is long; `indent` is that of the line it stands on. */
export function layOut(value: Json, indent: string): Code {
  const line = code`${value}`;
  if (typeof value !== "object" || value === null || indent.length + line.text.length <= WIDTH) return line;
  return layOutLines(value, indent);
}

/** A list or object as a literal, one entry a line however short: a new entry is a line of a diff. */
export function layOutLines(value: Json, indent: string): Code {
  const inner = `${indent}  `;
  const entries = isObject(value)
    ? Object.entries(value).map(([name, item]) => code`${key(name)}: ${layOut(item, inner)}`)
    : (isList(value) ? value : []).map((item) => layOut(item, inner));
  const lines = join(
    entries.map((entry) => code`${spaces(inner)}${entry},\n`),
    "",
  );
  return isObject(value) ? code`{\n${lines}${spaces(indent)}}` : code`[\n${lines}${spaces(indent)}]`;
}
