import { DiagnosticError } from "../diagnostics.ts";
import type { EmittedFile } from "./file.ts";

/** Throws if a generated file does not parse: a mistake of ours, which must not reach a disk. ts-morph is loaded only here, because it is slow. */
export async function checkSyntax(files: readonly EmittedFile[]): Promise<void> {
  const { Project, ts } = await import("ts-morph");
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    compilerOptions: { allowJs: true, noLib: true },
  });
  for (const { path, text } of files) {
    if (!/\.(js|ts)$/.test(path)) continue;
    const { compilerNode } = project.createSourceFile(path, text);
    // The compiler keeps syntax errors on the file; only its own types hide them.
    const [error] = (compilerNode as unknown as { parseDiagnostics: readonly { messageText: unknown; start: number }[] })
      .parseDiagnostics;
    if (error === undefined) continue;
    const { line, character } = ts.getLineAndCharacterOfPosition(compilerNode, error.start);
    const position = { file: path, line: line + 1, column: character + 1 };
    throw new DiagnosticError({
      code: "internal",
      severity: "error",
      text: `generated code does not parse: ${String(error.messageText)}`,
      position,
    });
  }
}
