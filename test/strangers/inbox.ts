import type { Step } from "./script.ts";

interface Waiting {
  readonly resolve: (step: Step) => void;
  readonly reject: (error: Error) => void;
}

/** What arrived and nobody has taken yet, and those who wait for it. */
export class Inbox {
  readonly #steps: Step[] = [];
  readonly #waiting: Waiting[] = [];

  /** The next thing to arrive, or to have arrived. */
  next(): Promise<Step> {
    const step = this.#steps.shift();
    if (step !== undefined) return Promise.resolve(step);
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  put(step: Step): void {
    const waiting = this.#waiting.shift();
    if (waiting === undefined) this.#steps.push(step);
    else waiting.resolve(step);
  }

  /** Nothing more will come. */
  end(why: string): void {
    for (const { reject } of this.#waiting.splice(0)) reject(new Error(`${why}, and something is missing`));
  }
}

/** Plays one half of a script: sends what is its own, waits for the rest, and gives what it got. */
export async function play(
  steps: readonly Step[],
  side: Step["from"],
  inbox: Inbox,
  send: (step: Step) => void,
): Promise<Step[]> {
  const got: Step[] = [];
  for (const step of steps) {
    if (step.from === side) send(step);
    else got.push(await inbox.next());
  }
  return got;
}
