import { failures } from "../compare/report/failures.ts";
import { DiagnosticError, formatDiagnostic } from "../diagnostics.ts";
import { prefixOf } from "../load/gitTree.ts";
import { ExitCode } from "./exitCodes.ts";
import type { Project } from "./project.ts";
import type { ReviewOptions } from "./reviewOptions.ts";
import { noteInRepository } from "./reviewPlaces.ts";
import type { Terminal } from "./terminal.ts";
import { version } from "./version.ts";

/**
 * Tells why there is no review, in the format that was asked for: whoever waits for a comment or for annotations would go on reading
 * those of an earlier run. Beside it, the log has it as of every other command, but where programs read.
 */
export function tellFailure(error: unknown, { format, against }: ReviewOptions, { root }: Project, terminal: Terminal): ExitCode {
  if (!(error instanceof DiagnosticError) || format === "text") throw error;
  const { diagnostics } = error;
  if (format !== "json") for (const diagnostic of diagnostics) terminal.error(formatDiagnostic(diagnostic));
  const prefix = prefixOf(root);
  const told = diagnostics.map((diagnostic) => noteInRepository(diagnostic, prefix));
  terminal.out(failures[format](told, { against, version }));
  return ExitCode.broken;
}
