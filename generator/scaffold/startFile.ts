import type { Extension } from "./extendFile.ts";
import type { Language } from "./language.ts";
import { printStubFile } from "./printStubFile.ts";
import { readWritten } from "./readWritten.ts";
import type { StubFile } from "./stubFile.ts";

/** The file of somebody who has written nothing yet: it lacks everything. Reading it proves that it can be added to later. */
export function startFile(path: string, file: StubFile, language: Language): Extension {
  const text = printStubFile(file, language);
  const { methods } = readWritten(path, text, file);
  return { text, added: methods, line: 1, column: 1, gone: [] };
}
