import { Project, type SourceFile } from "ts-morph";
import { languageOf } from "./language.ts";
import { readHandlers } from "./readHandlers.ts";
import { readListeners } from "./readListeners.ts";
import type { StubFile, StubSide } from "./stubFile.ts";
import { unreadable, type Written } from "./written.ts";

/** Reads a user's file by its syntax alone; throws where it does not parse, or holds no place for what a side must write. */
export function readWritten(path: string, text: string, file: StubFile): Written {
  try {
    return readers[file.side](path, parseFile(path, text), file);
  } catch (error) {
    // The compiler goes down into what is nested call by call.
    if (error instanceof RangeError) throw unreadable(path, { line: 1, column: 1 }, "is nested too deeply to be read; split it");
    throw error;
  }
}

const readers: Readonly<Record<StubSide, (path: string, source: SourceFile, file: StubFile) => Written>> = {
  server: readHandlers,
  client: readListeners,
};

/** Parses a user's file; throws the first thing that is wrong with its syntax. */
export function parseFile(path: string, text: string): SourceFile {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    skipFileDependencyResolution: true,
    compilerOptions: { allowJs: true },
  });
  const source = project.createSourceFile(languageOf(path) === "javascript" ? "handlers.js" : "handlers.ts", text);
  const broken = syntaxError(source);
  if (broken === undefined) return source;
  const said = typeof broken.messageText === "string" ? broken.messageText.replace(/\.$/, "") : "it has a syntax error";
  throw unreadable(path, source.getLineAndColumnAtPos(broken.start), `does not parse: ${said}; mend it`);
}

/** The compiler keeps syntax errors on the file; only its own types hide them. */
function syntaxError({ compilerNode }: SourceFile): { readonly messageText: unknown; readonly start: number } | undefined {
  return (compilerNode as unknown as { parseDiagnostics: readonly { messageText: unknown; start: number }[] })
    .parseDiagnostics[0];
}
