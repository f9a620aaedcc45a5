import type { ReasonedName } from "../reasonedList.ts";
import type { Judged } from "./outcome.ts";

/** A list of equivalent mutants, held against those that no fixture tells. */
export class Equivalents {
  readonly #entries: readonly ReasonedName[];
  readonly #used = new Set<ReasonedName>();

  constructor(entries: readonly ReasonedName[]) {
    this.#entries = entries;
  }

  /** A mutant that survived and is listed is equivalent. */
  judge(judged: Judged): Judged {
    if (judged.outcome.kind !== "survived") return judged;
    const entry = this.#entries.find(({ name }) => names(name, judged.id));
    if (entry === undefined) return judged;
    this.#used.add(entry);
    return { ...judged, outcome: { kind: "equivalent", isProved: false, reason: entry.reason } };
  }

  /** Entries that no survivor needed: a fixture tells their mutants, or there are none. */
  get stale(): readonly ReasonedName[] {
    return this.#entries.filter((entry) => !this.#used.has(entry));
  }
}

function names(name: string, id: string): boolean {
  return name === id || (name.endsWith("*") && id.startsWith(name.slice(0, -1)));
}
