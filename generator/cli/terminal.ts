/** Where a command writes: results to standard output, everything about the run to standard error. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Whether a person is watching standard error. */
  readonly interactive: boolean;
  readonly color: boolean;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const interactive = process.stderr.isTTY === true;
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    error: (text) => void process.stderr.write(`${text}\n`),
    interactive,
    color: interactive && process.env["NO_COLOR"] === undefined,
  };
}

/** Says what a run is doing, from its first second on and then once a second, so that short runs stay quiet. */
export class Progress {
  readonly #terminal: Terminal;
  #next = performance.now() + 1000;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  /** Names the step that begins now. */
  step(text: string): void {
    if (performance.now() < this.#next) return;
    this.#next = performance.now() + 1000;
    this.#terminal.error(`… ${text}`);
  }
}
