import { printMethod } from "./printMethod.ts";
import { readWritten, type WrittenMethod } from "./readWritten.ts";
import type { StubFile } from "./stubFile.ts";

/** What a user's file lacks of its contract, and has beyond it. */
export interface Extension {
  /** The file with what it lacked put in; every written line stands as it stood. */
  readonly text: string;
  /** Names that were lacking, in the contract's order. */
  readonly added: readonly string[];
  /** What the contract does not know: it may have gone, or be the user's own. */
  readonly gone: readonly WrittenMethod[];
}

/** Puts what a file lacks into it; throws where it has no place for that. */
export function extendFile(path: string, text: string, file: StubFile): Extension {
  const written = readWritten(path, text, file);
  const names = new Set(written.methods.map(({ name }) => name));
  const missing = file.methods.filter(({ name, isOptional }) => !isOptional && !names.has(name));
  const known = new Set(file.methods.map(({ name }) => name));
  return {
    text: putIn(text, written.room.at, missing.map((method) => printMethod(method, written.room).text).join("")),
    added: missing.map(({ name }) => name),
    gone: written.methods.filter(({ name }) => !known.has(name)),
  };
}

/** Puts lines in behind the line's end that stands at a place, in the file's own kind of line ends. */
function putIn(text: string, at: number, lines: string): string {
  if (lines === "") return text;
  const ending = text.includes("\r\n") ? "\r\n" : "\n";
  const added = `\n${lines.trimEnd()}`.replaceAll("\n", ending);
  const rest = text.slice(at);
  return `${text.slice(0, at)}${added}${/^\r?\n/.test(rest) ? "" : ending}${rest}`;
}
