import type { ConformCase } from "../conformCase.ts";
import type { Verdict } from "../verdict.ts";
import { Inbox } from "../wire/inbox.ts";
import { Unreachable } from "../wire/peer.ts";
import type { Stage } from "./stage.ts";

/** So many cases in a row may wait for the server until their time is over, or come to nothing. */
const PATIENCE = 3;

/** Knows whether it makes sense to go on: a server that is gone, or hangs, would take the time of each case that is left. */
export class Health {
  readonly #stage: Stage;
  #gone: string | undefined;
  #suspect: string | undefined;
  #vain = 0;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** The case, which is not asked where nothing can come of it: then nothing is known, which is never fine. */
  guard(one: ConformCase): ConformCase {
    return { ...one, run: (signal) => this.#run(one, signal) };
  }

  /** The case without which there are no others. */
  guardFirst(one: ConformCase): ConformCase {
    const run = async (signal: AbortSignal) => {
      const verdict = await one.run(signal);
      if (verdict.kind !== "pass") this.#gone = `there is no connection: see ${one.id}`;
      return verdict;
    };
    return { ...one, run };
  }

  async #run({ id, run }: ConformCase, signal: AbortSignal): Promise<Verdict> {
    if (this.#suspect !== undefined && !(await this.#answers(signal))) {
      this.#gone ??= `the server takes no connections since ${this.#suspect}`;
    }
    if (this.#gone !== undefined) return { kind: "harness-error", text: `not asked: ${this.#gone}` };
    const verdict = await run(signal);
    const isBad = verdict.kind === "fail" || verdict.kind === "harness-error";
    this.#suspect = isBad ? id : undefined;
    const isFlood = verdict.kind === "fail" && verdict.rule === "server-flood";
    this.#vain = verdict.kind === "harness-error" || isFlood || (isBad && signal.aborted) ? this.#vain + 1 : 0;
    if (this.#vain >= PATIENCE)
      this.#gone = `${PATIENCE} cases in a row waited until their time was over, were flooded, or came to nothing: see ${id}`;
    return verdict;
  }

  async #answers(signal: AbortSignal): Promise<boolean> {
    try {
      const peer = await this.#stage.open(this.#stage.target, new Inbox().put, signal);
      await peer.close();
      return true;
    } catch (error) {
      if (error instanceof Unreachable) return false;
      throw error;
    }
  }
}
