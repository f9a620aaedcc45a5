import { expect, test } from "vitest";
import { formatDiagnostic } from "../../generator/diagnostics.ts";

test.each([
  "::error file=x::pwn",
  "x\n::stop-commands::pwn",
  "##[error]pwn",
  " ::add-mask::x",
])("a diagnostic with %j in it commands no workflow", (hostile) => {
  const position = { file: hostile, line: 1, column: 1 };
  const line = formatDiagnostic({ code: "yaml-syntax", severity: "error", text: hostile, position });
  expect(line).not.toMatch(/^\s*::|##\[|\n/);
});
