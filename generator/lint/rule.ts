import type { Subject } from "./subject.ts";

/** How much it matters that a rule is broken. */
export type Level = "error" | "warning" | "off";

/** All levels, the gravest first. */
export const LEVELS: readonly Level[] = ["error", "warning", "off"];

/** Something that breaks a rule: where it stands in the document; what it is, and what to do. */
export interface Breach {
  readonly pointer: string;
  readonly text: string;
  /** Name of the message or schema that it is about, where its pointer does not lead into it. */
  readonly about?: string;
  /** What is at fault where several breaches have one cause: they are told once. */
  readonly fault?: string;
}

/** A rule of naming or modelling, as `wirepact explain` tells it. */
export interface LintRule {
  /** Where a project says nothing else. */
  readonly level: Level;
  readonly title: string;
  readonly explanation: string;
  readonly check: (subject: Subject) => Iterable<Breach>;
}
