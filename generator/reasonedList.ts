import { readFileSync } from "node:fs";
import { DiagnosticError, quote, shownPath } from "./diagnostics.ts";

/** A case or a mutant that is let pass, and why. */
export interface ReasonedName {
  /** Its id; or, where there is no such id, what ids begin with, and `*`. */
  readonly name: string;
  readonly reason: string;
  readonly line: number;
}

/** Reads the list in a file that an option names. */
export function reasonedListIn(path: string, option: string): ReasonedName[] {
  return readReasonedList(textOf(path, option), shownPath(path));
}

function textOf(path: string, option: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    const isSystems = error instanceof Error && "syscall" in error && "code" in error;
    const why = isSystems ? `cannot be read (${String(error.code)})` : "is no UTF-8 text";
    const text = `${why}; name a list of names and reasons with ${option}`;
    const position = { file: shownPath(path), line: 1, column: 1 };
    throw new DiagnosticError({ code: "unreadable-file", severity: "error", text, position });
  }
}

/**
 * Reads a list of names with their reasons: `<id or prefix*>  # reason`, one a line; a line that begins with `#` says nothing. An id may
 * be a JSON string: names of contracts may have anything in them, and ` #` as well.
 */
export function readReasonedList(text: string, file: string): ReasonedName[] {
  return text.split(/\r?\n/).flatMap((whole, index): ReasonedName[] => {
    const entry = whole.replace(/^\uFEFF/, "").trim();
    if (entry === "" || entry.startsWith("#")) return [];
    const [, name = entry, reason = ""] = /^("(?:[^"\\]|\\.)*"|.*?)\s+#\s*(.*)$/.exec(entry) ?? [];
    if (reason === "") throw withoutReason(name, file, index + 1);
    return [{ name: unquoted(name), reason, line: index + 1 }];
  });
}

function unquoted(name: string): string {
  if (!name.startsWith('"')) return name;
  try {
    return String(JSON.parse(name));
  } catch {
    return name;
  }
}

function withoutReason(name: string, file: string, line: number): DiagnosticError {
  const text = `${quote(name)} has no reason; write why behind it: ${name.slice(0, 80)}  # why`;
  return new DiagnosticError({ code: "bad-arguments", severity: "error", text, position: { file, line, column: 1 } });
}
