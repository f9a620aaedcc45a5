import type { SourceFile } from "ts-morph";
import { printMethod } from "./printMethod.ts";
import { printRefusalImport, REFUSAL } from "./printStubFile.ts";
import { parseFile, readWritten } from "./readWritten.ts";
import { endOfLine } from "./room.ts";
import type { StubFile, StubMethod } from "./stubFile.ts";
import { placeOf, unreadable, type Written, type WrittenMethod } from "./written.ts";

/** What a user's file lacks of its contract, and has beyond it. */
export interface Extension {
  /** The file with what it lacked put in; every written line stands as it stood. */
  readonly text: string;
  /** What was lacking, in the contract's order, where it stands now. */
  readonly added: readonly WrittenMethod[];
  /** Where the handlers or listeners begin in the file as it was. */
  readonly line: number;
  readonly column: number;
  /** What the contract does not know: it may have gone, or be the user's own. */
  readonly gone: readonly WrittenMethod[];
}

/** Puts what a file lacks into it; throws where it has no place for that. */
export function extendFile(path: string, text: string, file: StubFile): Extension {
  const [mark, code] = text.startsWith(MARK) ? [MARK, text.slice(MARK.length)] : ["", text];
  const written = readWritten(path, code, file);
  const names = new Set(written.methods.map(({ name }) => name));
  const missing = file.methods.filter(({ name, isOptional }) => !isOptional && !names.has(name));
  const known = new Set(file.methods.map(({ name }) => name));
  refuseHidden(path, written, missing);
  const extended = missing.length === 0 ? code : putIn(path, code, file, written, missing);
  const { line, column } = written;
  return {
    text: mark + extended,
    added: placesOf(path, extended, file, missing),
    line,
    column,
    gone: written.methods.filter(({ name }) => !known.has(name)),
  };
}

/** The mark by which some editors begin a file of UTF-8. */
const MARK = "\uFEFF";

/** What a file does not show may be what it seems to lack: adding it would take the place of what is there. */
function refuseHidden(path: string, { hidden: [hidden] }: Written, [missing]: readonly StubMethod[]): void {
  if (hidden === undefined || missing === undefined) return;
  const text = `takes names from elsewhere here, so that nobody can tell whether it lacks ${JSON.stringify(missing.name)}; write that here, or name the file that has it with --to`;
  throw unreadable(path, placeOf(hidden), text);
}

function putIn(path: string, text: string, file: StubFile, { room }: Written, missing: readonly StubMethod[]): string {
  const source = parseFile(path, text);
  const refusal = refusalIn(source, room.at);
  const lines = missing.map((method) => printMethod(method, { ...room, refusal: refusal?.name }).text).join("");
  const isUsed = refusal?.importAt !== undefined && lines.includes(`new ${refusal.name}(`);
  const extended = insert(text, room.at, lines);
  // The import stands before the place, so that what was put there has not moved it.
  return isUsed ? insert(extended, refusal.importAt, `${printRefusalImport(file).text}\n`) : extended;
}

/** The runtime's class of errors in a file: the name that it has, and where it must be imported if it has none. */
function refusalIn(
  source: SourceFile,
  before: number,
): { readonly name: string; readonly importAt: number | undefined } | undefined {
  const imports = source.getImportDeclarations();
  const values = imports.filter((one) => !one.isTypeOnly() && /^@wirepact\//.test(one.getModuleSpecifierValue()));
  const named = values.flatMap((one) => one.getNamedImports()).find((one) => one.getName() === REFUSAL && !one.isTypeOnly());
  if (named !== undefined) return { name: named.getAliasNode()?.getText() ?? REFUSAL, importAt: undefined };
  const last = imports.findLast((one) => one.getEnd() <= before);
  const isTaken = new RegExp(`\\b${REFUSAL}\\b`).test(source.getFullText());
  return last === undefined || isTaken ? undefined : { name: REFUSAL, importAt: endOfLine(last, last.getEnd()) };
}

/** Puts lines in behind the line's end that stands at a place, in the file's own kind of line ends. */
function insert(text: string, at: number, lines: string): string {
  const ending = text.includes("\r\n") ? "\r\n" : "\n";
  const added = `\n${lines.trimEnd()}`.replaceAll("\n", ending);
  const rest = text.slice(at);
  return `${text.slice(0, at)}${added}${rest === "" || /^\r?\n/.test(rest) ? "" : ending}${rest}`;
}

/** Where the added names stand now. Reading the file anew proves that they were put where they are seen. */
function placesOf(path: string, text: string, file: StubFile, missing: readonly StubMethod[]): WrittenMethod[] {
  if (missing.length === 0) return [];
  const { methods } = readWritten(path, text, file);
  const places = new Map(methods.map((method) => [method.name, method]));
  return missing.map(({ name }) => {
    const place = places.get(name);
    if (place === undefined) throw new Error(`${name} was put where it is not seen`);
    return place;
  });
}
