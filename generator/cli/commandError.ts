import { COMMAND, DiagnosticError } from "../diagnostics.ts";

/** The command was called wrongly. */
export function badArguments(text: string): DiagnosticError {
  return new DiagnosticError({ code: "bad-arguments", severity: "error", text, position: COMMAND });
}
