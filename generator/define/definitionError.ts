import type { DiagnosticCode } from "../catalogue.ts";

/** What an error is about: a place in the printed document, a word of the module's source, one listing or one mention of a message. */
export type Subject =
  | { readonly pointer: string }
  | { readonly word: string }
  | { readonly listing: Listing }
  | { readonly mention: Mention };

/** A name in one of the groups of what a side may send. */
export interface Listing {
  readonly side: "client" | "server";
  readonly group: number;
  readonly word: string;
}

/** A message without a name, where a rule speaks of it. */
export interface Mention {
  /** The option of the protocol that holds the rule. */
  readonly rule: string;
  /** What the message says of itself, by which it is found. */
  readonly description: string;
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

/** All that a protocol module says about messages and should not, told in one run. */
export class DefinitionErrors extends Error {
  override readonly name = "DefinitionErrors";
  readonly all: readonly DefinitionError[];

  constructor(all: readonly DefinitionError[]) {
    super(all.map(({ message }) => message).join("\n"));
    this.all = all;
  }
}
