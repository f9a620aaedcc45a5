import { printable } from "@wirepact/runtime";
import { uncommanded } from "../../uncommanded.ts";
import { encodingText, printFrame, type ShownFrame } from "../printFrame.ts";

/** A text of a contract on one line, as a terminal and a log of CI show it: nothing moves a cursor, reorders, hides or commands. */
export function plain(text: string): string {
  return uncommanded(printable(text).replace(/\p{Cf}/gu, escapeOf));
}

/** JSON of anything, in characters that can be seen, on one line; every JSON parser reads the same of it. */
export function plainJson(value: unknown): string {
  return visibleJson(JSON.stringify(value));
}

/** A frame in characters that can be seen: on one line unless it is indented. */
export function plainFrame(frame: ShownFrame, indent = 0): string {
  return encodingText(frame) + visibleJson(printFrame(frame, indent));
}

function visibleJson(json: string): string {
  // Line feeds of a contract are escapes by now: those that are left are of the indentation.
  return json
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (character) => character.split("").map(unitOf).join(""))
    .replaceAll("##[", "#\\u0023[");
}

/** A name as it leads a line: itself where it is plain, else as JSON, so that no line begins with what a contract chose. */
export function plainName(name: string): string {
  return /^[\w/][\w .:/$-]*$/.test(name) ? plain(name) : plain(JSON.stringify(name));
}

/** Cuts a text to a length, never inside a surrogate pair. */
export function cutTo(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = /[\uD800-\uDBFF]/.test(text.charAt(length - 2)) ? length - 2 : length - 1;
  return `${text.slice(0, end)}…`;
}

function escapeOf(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

function unitOf(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
