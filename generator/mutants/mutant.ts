import type { JsonObject } from "../json.ts";

/** A contract's document with one thing changed, as an author or an implementer might have it wrong. */
export interface Mutant {
  /** Protocol, kind and place: it stays as long as the names of the contract do. */
  readonly id: string;
  readonly kind: string;
  /** Where in the document it was changed. */
  readonly pointer: string;
  /** What differs, for people. */
  readonly text: string;
  readonly document: JsonObject;
}

/** What one kind of mutation makes of a document, one change at a time. */
export interface Change {
  /** The changed place; two changes of one kind and place differ in `what`. */
  readonly pointer: string;
  readonly what?: string;
  readonly text: string;
  readonly document: JsonObject;
}
