/** How much work a comparison of two schemas may take. Counted, not timed: the same question gets the same answer everywhere. */
export interface Budget {
  /** Steps of the search, questions to schemas among them. */
  readonly steps: number;
  /** How deep into a value the search goes. */
  readonly depth: number;
  /** Schemas, named ones included, that each side may consist of. */
  readonly size: number;
}

/** Plenty for contracts that people write; hostile ones end within a second or so. */
export const BUDGET: Budget = { steps: 100_000, depth: 60, size: 5_000 };

/** The end of a search that found no answer. */
export class Undecided extends Error {}

/** A pattern that is not run. What does not hang on it can still be decided. */
export class Untried extends Undecided {}

/** Counts the steps of one search. */
export class Meter {
  #left: number;

  constructor({ steps }: Budget) {
    this.#left = steps;
  }

  /** Takes steps; throws where none are left. */
  spend(steps = 1): void {
    this.#left -= steps;
    if (this.#left < 0) throw new Undecided("the schemas are too intricate to compare within the budget");
  }
}
