import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DiagnosticCode } from "../catalogue.ts";
import { DiagnosticError, type Position, shownPath } from "../diagnostics.ts";
import { PACKAGE_ROOT } from "../packageRoot.ts";
import { originalPlace } from "./originalPlace.ts";
import { runningModules } from "./runningModules.ts";

/** What a module threw while it was read or run, as a diagnostic at the line of the user's own file. */
export async function moduleError(error: unknown, path: string, folder: string): Promise<DiagnosticError> {
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
    await thrownAt(error, path, folder),
  );
}

/** What a module threw after it was run, in a timer or a promise that nobody waits for; the error itself where it is none of the user's. */
export async function strayError(error: unknown, root: string): Promise<unknown> {
  if (error instanceof Error && error.message.startsWith("it waits")) return stuckError();
  const own = frames(error).find(({ file }) => file.startsWith(root) && !isOurs(file));
  if (own === undefined) return error;
  const text = `the module threw ${JSON.stringify(messageOf(error))} after it was run, in a timer or a promise; remove it from the schema`;
  return failed("module-failed", text, await written(own));
}

/** The error of modules that were still running when nothing could happen any more. */
function stuckError(): DiagnosticError {
  const text = "a schema module waits for something that never happens; remove its await";
  const stuck = runningModules().map(startOf);
  const places = stuck.length > 0 ? stuck : [{ file: "schemas", line: 1, column: 1 }];
  return new DiagnosticError(
    ...places.map((position) => ({ code: "module-failed", severity: "error", text, position }) as const),
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
async function thrownAt(error: unknown, path: string, folder: string): Promise<Position> {
  const own = frames(error).find(({ file }) => file.startsWith(folder));
  return own === undefined ? startOf(path) : written(own);
}

/** A place of the translated module, as the user wrote it. */
async function written(place: Position): Promise<Position> {
  const original = await originalPlace(place);
  return { ...original, file: shownPath(original.file) };
}

/** The lines of a stack, innermost first. */
function frames(error: unknown): Position[] {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  return stack.split("\n").flatMap((line) => {
    const [, file, row, column] = /(?:\(|at )(?:async )?(?:file:\/\/)?([^()]+):(\d+):(\d+)\)?$/.exec(line) ?? [];
    return file === undefined ? [] : [{ file, line: Number(row), column: Number(column) }];
  });
}

function isOurs(file: string): boolean {
  return (
    file.includes("/node_modules/") || ["dist", "generator", "bin"].some((folder) => file.startsWith(join(PACKAGE_ROOT, folder)))
  );
}

function messageOf(error: unknown): string {
  return readable((error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "");
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
