/** Where a command writes: results to standard output, everything about the run to standard error. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

/** As it was before anything could be put in its place. */
const exit = process.exit.bind(process);

/** The terminal of this process. A reader that has seen enough (`| head`) ends the run, quietly. */
export function processTerminal(): Terminal {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    exit();
  });
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    error: (text) => void process.stderr.write(`${text}\n`),
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
