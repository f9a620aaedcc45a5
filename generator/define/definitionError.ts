import type { DiagnosticCode } from "../catalogue.ts";

/** A protocol module that contradicts itself; the loader turns it into a diagnostic with a place. */
export class DefinitionError extends Error {
  override readonly name = "DefinitionError";
  readonly code: DiagnosticCode;
  /** The word in the module's source that the error is about. */
  readonly subject: string;

  constructor(code: DiagnosticCode, subject: string, text: string) {
    super(text);
    this.code = code;
    this.subject = subject;
  }
}
