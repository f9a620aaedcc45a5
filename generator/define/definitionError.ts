import type { DiagnosticCode } from "../catalogue.ts";

/** What an error is about: a place in the printed document, a word of the module's source, or one listing of a message. */
export type Subject = { readonly pointer: string } | { readonly word: string } | { readonly listing: Listing };

/** A name in one of the groups of what a side may send. */
export interface Listing {
  readonly side: "client" | "server";
  readonly group: number;
  readonly word: string;
}

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
