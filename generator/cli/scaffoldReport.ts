import { similar } from "@wirepact/runtime";
import { type Diagnostic, formatDiagnostic, quote, shownPath } from "../diagnostics.ts";
import type { Extension } from "../scaffold/extendFile.ts";
import type { StubFile } from "../scaffold/stubFile.ts";
import type { WrittenMethod } from "../scaffold/written.ts";
import type { ScaffoldOptions } from "./scaffoldOptions.ts";
import { shellWord } from "./shellWord.ts";
import type { Terminal } from "./terminal.ts";

/** What a run of `scaffold` found, and what it did to the user's file. */
export interface ScaffoldOutcome {
  readonly file: StubFile;
  readonly extension: Extension;
  readonly path: string;
  readonly isNew: boolean;
  readonly warnings: readonly Diagnostic[];
}

/** Tells what a run of `scaffold` did: a line for each name with its place, and a summary; or one JSON object. */
export function reportScaffold(outcome: ScaffoldOutcome, protocol: string, options: ScaffoldOptions, terminal: Terminal): void {
  const { extension, warnings } = outcome;
  const missing = options.check ? extension.added.map((method) => missingHandler(method, outcome, protocol, options)) : [];
  const unknown = extension.gone.map((method) => unknownHandler(method, outcome));
  const diagnostics = [...warnings, ...missing, ...unknown];
  if (options.json) return terminal.out(JSON.stringify(toJson(outcome, options, diagnostics)));
  for (const diagnostic of diagnostics) terminal.error(formatDiagnostic(diagnostic));
  for (const method of options.check ? [] : extension.added) terminal.out(addedLine(method, outcome));
  terminal.out(summaryOf(outcome, options));
}

function missingHandler(
  { name }: WrittenMethod,
  outcome: ScaffoldOutcome,
  protocol: string,
  options: ScaffoldOptions,
): Diagnostic {
  const { file, extension, path } = outcome;
  const from = options.from === undefined ? [] : ["--from", options.from];
  const command = ["npx", "wirepact", "scaffold", file.side, protocol, ...from, "--to", options.to].map(shellWord).join(" ");
  const text = `there is no ${WORDS[file.side]} ${quote(name)}; run: ${command}`;
  const { line, column } = extension;
  return { code: "missing-handler", severity: "error", text, position: { file: shownPath(path), line, column } };
}

function unknownHandler({ name, line, column }: WrittenMethod, { file, path }: ScaffoldOutcome): Diagnostic {
  const names = file.methods.map((method) => method.name);
  const meant = similar(name, names);
  const hint = meant === undefined ? "remove it, or bring the message back" : `did you mean ${quote(meant)}?`;
  const text = `${quote(name)} is for no message of ${file.protocol}; ${hint}`;
  return { code: "unknown-handler", severity: "warning", text, position: { file: shownPath(path), line, column } };
}

const WORDS = { server: "handler", client: "listener" } as const;

function addedLine({ name, line, column }: WrittenMethod, { path }: ScaffoldOutcome): string {
  return `${shownPath(path)}:${line}:${column} - added ${quote(name)}`;
}

function summaryOf({ file, extension, path, isNew }: ScaffoldOutcome, { check }: ScaffoldOptions): string {
  const count = countOf(extension.added.length, WORDS[file.side]);
  const shown = shownPath(path);
  if (extension.added.length === 0 && !isNew) return `${shown}: nothing is missing`;
  if (check) return isNew ? `${shown} is yet to be written; it would have ${count}` : `${shown} lacks ${count}`;
  return isNew ? `${shown}: written, with ${count}` : `${shown}: ${count} added; nothing else was touched`;
}

function countOf(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

function toJson(
  { file, extension, path, isNew }: ScaffoldOutcome,
  { check }: ScaffoldOptions,
  diagnostics: readonly Diagnostic[],
) {
  const names = extension.added;
  return {
    ok: check !== true || names.length === 0,
    protocol: file.protocol,
    side: file.side,
    file: shownPath(path),
    created: isNew && check !== true,
    added: check === true ? [] : names,
    missing: check === true ? names.map(({ name }) => name) : [],
    unknown: extension.gone,
    diagnostics,
  };
}
