import { DiagnosticError, type Position } from "../diagnostics.ts";

/** The place of what is wrong with no file: how the command was called, or the command itself. */
export const COMMAND: Position = { file: "wirepact", line: 1, column: 1 };

/** The command was called wrongly. */
export function badArguments(text: string): DiagnosticError {
  return new DiagnosticError({ code: "bad-arguments", severity: "error", text, position: COMMAND });
}
