import { relative } from "node:path";
import { printable } from "@wirepact/runtime";
import type { DiagnosticCode } from "./catalogue.ts";
import { uncommanded } from "./uncommanded.ts";

/** A place in a source file, counted from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The place of what is wrong with no file: how the command was called, or the command itself. */
export const COMMAND: Position = { file: "wirepact", line: 1, column: 1 };

/** One thing that is wrong with a contract or with how the tool was called. */
export interface Diagnostic<Code extends string = DiagnosticCode> {
  readonly code: Code;
  readonly severity: "error" | "warning";
  /** What is wrong, with the value; what to do. */
  readonly text: string;
  readonly position: Position;
}

/** A finding that still stands at a JSON Pointer of the document; only its source knows file and line. */
export interface Finding<Code extends string = DiagnosticCode> {
  readonly code: Code;
  readonly severity: "error" | "warning";
  readonly text: string;
  readonly pointer: string;
}

/** Thrown where a stage cannot go on; carries everything found so far. */
export class DiagnosticError extends Error {
  override readonly name = "DiagnosticError";
  readonly diagnostics: readonly Diagnostic[];

  constructor(...diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join("\n"));
    this.diagnostics = diagnostics;
  }
}

/** Collects findings of a stage, so that a reader sees all of them in one run. */
export class Findings {
  readonly #all: Finding[] = [];

  /** Notes an error at a pointer of the document. */
  error(pointer: string, code: DiagnosticCode, text: string): void {
    this.#all.push({ code, severity: "error", text, pointer });
  }

  /** Notes a warning at a pointer of the document. */
  warn(pointer: string, code: DiagnosticCode, text: string): void {
    this.#all.push({ code, severity: "warning", text, pointer });
  }

  get all(): readonly Finding[] {
    return this.#all;
  }

  get hasErrors(): boolean {
    return this.#all.some((finding) => finding.severity === "error");
  }
}

/** Prints a diagnostic as one line: `file:line:col - error code: text`. What a contract has in it shows, and does nothing. */
export function formatDiagnostic({ position, severity, code, text }: Diagnostic<string>): string {
  return uncommanded(printable(`${position.file}:${position.line}:${position.column} - ${severity} ${code}: ${text}`));
}

/** A path as diagnostics show it: from where the command was called. */
export function shownPath(path: string): string {
  return relative(process.cwd(), path) || path;
}

/** A value of the contract inside a sentence: quoted, and cut to 80 characters. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
