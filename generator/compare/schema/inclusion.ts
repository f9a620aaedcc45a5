import type { Issue, Pointer } from "@wirepact/runtime";

export type { Encoding } from "@wirepact/runtime";

import type { Json, JsonObject } from "../../json.ts";

/** A schema, and the document that its references lead into. */
export interface Schema {
  readonly document: JsonObject;
  readonly schema: Json;
}

/** Whether every value that a sender may send passes a reader. */
export type Inclusion =
  /** Proved. */
  | { readonly kind: "included" }
  /** A value that the sender's validator accepts and the reader's refuses: both were asked. The path is where the reader's first issue stands. */
  | { readonly kind: "witness"; readonly value: Json; readonly path: Pointer; readonly issue: Issue }
  /** Neither proved nor disproved. The path is where in a value the question stayed open. */
  | { readonly kind: "unknown"; readonly reason: string; readonly path: Pointer };

/**
 * What a sender may send: everything that its schema admits, or of that only what its schema describes. Stubs hold their users to
 * the second: a property that the contract does not know, and that no schema says in so many words to be open for, is not sent.
 */
export type Sends = "admitted" | "described";
