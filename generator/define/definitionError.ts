import type { DiagnosticCode } from "../catalogue.ts";

/** What an error is about: a place in the printed document, or a word of the module's source, perhaps inside a list of that name. */
export type Subject = { readonly pointer: string } | { readonly word: string };

/** A protocol module that contradicts itself; the loader turns it into a diagnostic with a place. */
export class DefinitionError extends Error {
  override readonly name = "DefinitionError";
  readonly code: DiagnosticCode;
  readonly subject: Subject;

  constructor(code: DiagnosticCode, subject: Subject, text: string) {
    super(text);
    this.code = code;
    this.subject = subject;
  }
}
