/** Steps that judging one pattern may take. */
export class Effort {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  /** Takes some steps; false once there are none left. */
  spend(steps: number): boolean {
    this.#left -= steps;
    return !this.isOver;
  }

  get isOver(): boolean {
    return this.#left < 0;
  }
}
