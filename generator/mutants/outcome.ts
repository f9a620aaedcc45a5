import type { Direction } from "@wirepact/runtime";
import type { Json } from "../json.ts";
import type { Mutant } from "./mutant.ts";

/** What became of a mutant. */
export type Outcome =
  /** A fixture, by its id, is judged otherwise by the mutant than it says. */
  | { readonly kind: "killed"; readonly by: string }
  /** No frame and no session can tell it from the contract. */
  | { readonly kind: "equivalent"; readonly reason: string; readonly isProved: boolean }
  /** No fixture tells it; the frame does that was found to, and is what a fixture lacks. */
  | { readonly kind: "survived"; readonly witness?: { readonly from: Direction; readonly frame: Json } }
  /** It is no contract: the generator refuses it. */
  | { readonly kind: "stillborn"; readonly reason: string };

/** A mutant without its document, and what became of it. */
export interface Judged extends Omit<Mutant, "document"> {
  readonly outcome: Outcome;
}
