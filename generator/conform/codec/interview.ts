import type { JsonObject } from "../../json.ts";
import { PASS, type Verdict } from "../verdict.ts";
import { type Answer, readAnswer } from "./answer.ts";
import { Breakdown } from "./breakdown.ts";
import { type Capabilities, Testee } from "./testee.ts";

/** What a testee may be asked to do, and what is said of one that does not. */
const CAPABILITIES = {
  validate: "it does not validate frames",
  decode: "it does not decode frames",
  encode: "it does not encode frames",
  session: "it does not judge sessions",
} as const;

/** Something that a testee may be asked to do. */
export type Capability = keyof typeof CAPABILITIES;

/** A testee that breaks down this often, in a row or at all, is asked no further: each time costs the time of a case. */
const MOST_IN_A_ROW = 3;
const MOST_AT_ALL = 20;

/** Asks a testee one thing after the other. One that breaks down is started again, as often as that makes sense. */
export class Interview {
  readonly #protocol: string;
  readonly #command: readonly string[];
  #testee: Testee | undefined;
  #known: Capabilities | undefined;
  /** Why nothing can be learnt any more. */
  #givenUp: string | undefined;
  #inARow = 0;
  #atAll = 0;

  constructor(protocol: string, command: readonly string[]) {
    this.#protocol = protocol;
    this.#command = command;
  }

  /** What the testee says of itself, where it has been started. */
  get capabilities(): Capabilities | undefined {
    return this.#known;
  }

  /** Starts it, where it does not run. */
  async start(signal: AbortSignal): Promise<Verdict> {
    return (await this.#started(signal)) === undefined ? this.#lost() : PASS;
  }

  /** Asks one thing, and gives the verdict on the answer. */
  async ask(
    capability: Capability,
    id: string,
    request: JsonObject,
    signal: AbortSignal,
    hold: (answer: Answer, does: ReadonlySet<string>) => Verdict,
  ): Promise<Verdict> {
    const testee = await this.#started(signal);
    if (testee === undefined || this.#known === undefined) return this.#lost();
    const { does } = this.#known;
    if (!does.has(capability)) return { kind: "skipped", reason: CAPABILITIES[capability] };
    try {
      const verdict = hold(readAnswer(await testee.ask(id, { do: capability, ...request }, signal)), does);
      this.#inARow = 0;
      return verdict;
    } catch (error) {
      return this.#broken(error);
    }
  }

  /** Tells it to end. */
  async stop(signal: AbortSignal): Promise<Verdict> {
    const testee = await this.#started(signal);
    if (testee === undefined) return this.#lost();
    try {
      await testee.stop(signal);
      this.#testee = undefined;
      return PASS;
    } catch (error) {
      return this.#broken(error);
    }
  }

  /** Ends it, if it still runs. */
  close(): void {
    this.#testee?.kill();
    this.#testee = undefined;
  }

  async #started(signal: AbortSignal): Promise<Testee | undefined> {
    if (this.#testee !== undefined || this.#givenUp !== undefined) return this.#testee;
    const testee = new Testee(this.#command);
    try {
      this.#known = await testee.start(this.#protocol, signal);
      this.#testee = testee;
      return testee;
    } catch (error) {
      testee.kill();
      if (!(error instanceof Breakdown)) throw error;
      this.#givenUp = `it did not start: ${error.message}`;
      return undefined;
    }
  }

  #lost(): Verdict {
    return { kind: "harness-error", text: this.#givenUp ?? "it does not run" };
  }

  #broken(error: unknown): Verdict {
    this.close();
    if (!(error instanceof Breakdown)) throw error;
    this.#inARow += 1;
    this.#atAll += 1;
    if (this.#inARow === MOST_IN_A_ROW)
      this.#givenUp = `it is not asked any more, since it broke down ${MOST_IN_A_ROW} times in a row`;
    if (this.#atAll === MOST_AT_ALL) this.#givenUp = `it is not asked any more, since it broke down ${MOST_AT_ALL} times`;
    return { kind: "fail", rule: error.rule, text: error.message };
  }
}
