import { readFileSync } from "node:fs";
import type { DiagnosticCode } from "../catalogue.ts";
import { DiagnosticError, type Position, shownPath } from "../diagnostics.ts";

/** What a module threw while it was read or run, as a diagnostic at the line of the user's own file. */
export function moduleError(error: unknown, path: string, folder: string): DiagnosticError {
  const message = error instanceof Error ? error.message : String(error);
  const [first = "", ...rest] = message.split("\n");
  const syntax = /^\s*(.+):(\d+):(\d+)\s*$/.exec(rest.join("\n"));
  if (first.startsWith("ParseError") && syntax !== null) {
    const [, file = path, line, column] = syntax;
    const text = `${first.replace(/^ParseError:\s*/, "").trim()}; correct the syntax`;
    return failed("module-syntax", text, { file: shownPath(file), line: Number(line), column: Number(column) + 1 });
  }
  if (error instanceof Error && "code" in error && /MODULE_NOT_FOUND/.test(String(error.code))) {
    const specifier = /'([^']+)'/.exec(first)?.[1] ?? "";
    const from = /^- (.+)$/m.exec(message)?.[1] ?? path;
    return failed("module-failed", `${first}; check the path, or install the package`, positionOfText(from, specifier));
  }
  return failed(
    "module-failed",
    `the module threw ${JSON.stringify(readable(first))} while it was run; correct the schema`,
    thrownAt(error, path, folder),
  );
}

/** The first line of a file. */
export function startOf(path: string): Position {
  return { file: shownPath(path), line: 1, column: 1 };
}

/** The loader writes an imported name as `(0 , _module.name)`. */
function readable(message: string): string {
  return message.replace(/\(0 ?, ?\w+\.(\w+)\)/g, "$1");
}

/** The innermost line of the user's own files on the stack. */
function thrownAt(error: unknown, path: string, folder: string): Position {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  for (const line of stack.split("\n")) {
    const frame = /(?:\(|at )(?:file:\/\/)?([^()]+):(\d+):(\d+)\)?$/.exec(line);
    if (frame?.[1]?.startsWith(folder)) return { file: shownPath(frame[1]), line: Number(frame[2]), column: Number(frame[3]) };
  }
  return startOf(path);
}

function positionOfText(path: string, text: string): Position {
  try {
    const before = readFileSync(path, "utf8").split(text)[0]?.split("\n") ?? [];
    return { file: shownPath(path), line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  } catch {
    return startOf(path);
  }
}

function failed(code: DiagnosticCode, text: string, position: Position): DiagnosticError {
  return new DiagnosticError({ code, severity: "error", text, position });
}
