import { type Child, type Ending, startChild, tellEnding } from "../childProcess.ts";
import { Ended } from "../ended.ts";
import { unlessAborted } from "../unlessAborted.ts";
import { PASS, type Verdict } from "../verdict.ts";
import { type PeerEnd, Unreachable } from "../wire/peer.ts";
import { clientFailed } from "./clientEnded.ts";
import { ClientPlay } from "./clientPlay.ts";
import type { ClientStage, PlannedFlow } from "./clientStage.ts";
import type { Host } from "./host.ts";
import { startHost } from "./startHost.ts";

/** A program that does not play a flow ends with this, as programs of tests do that skip. */
const SKIPS = 77;

/** Milliseconds of silence after which a client is taken to wait for an answer. */
const WAITING = 250;

/** Milliseconds in which the last frames of a program arrive that has gone astray. */
const LAST_FRAMES = 200;

/** Starts a client, plays a flow for it, and finds the verdict. */
export async function playClient(stage: ClientStage, flow: PlannedFlow, signal: AbortSignal): Promise<Verdict> {
  let host: Host | undefined;
  let child: Child | undefined;
  try {
    host = await startHost(stage, flow);
    child = startChild(wordsOf(stage, flow, host), environment(stage, flow, host));
    return await new Encounter(stage, flow, host, child, signal).run();
  } catch (error) {
    if (error instanceof Ended) return error.verdict;
    if (error instanceof Unreachable) return { kind: "harness-error", text: error.message };
    throw error;
  } finally {
    child?.kill();
    await host?.close();
  }
}

function wordsOf({ command }: ClientStage, { scenario }: PlannedFlow, { url }: Host): string[] {
  return command.map((word) => word.replaceAll("{url}", () => url).replaceAll("{scenario}", () => scenario));
}

function environment({ contract }: ClientStage, { scenario }: PlannedFlow, { url }: Host): Record<string, string> {
  return { WIREPACT_URL: url, WIREPACT_SCENARIO: scenario, WIREPACT_PROTOCOL: contract.protocol };
}

/** One run of a client's program. */
class Encounter {
  readonly #stage: ClientStage;
  readonly #flow: PlannedFlow;
  readonly #host: Host;
  readonly #child: Child;
  readonly #signal: AbortSignal;
  /** Aborts when the program has ended, or goes astray. */
  readonly #disturbed = new AbortController();
  #play: ClientPlay | undefined;
  #end: PeerEnd | undefined;
  #stray: string | undefined;

  constructor(stage: ClientStage, flow: PlannedFlow, host: Host, child: Child, signal: AbortSignal) {
    this.#stage = stage;
    this.#flow = flow;
    this.#host = host;
    this.#child = child;
    this.#signal = signal;
    // Its input is empty, and its output is its own.
    child.stdin.end();
    child.stdout.resume();
    void child.ended.then(() => this.#disturbed.abort());
    void host.strayed.then((text) => {
      this.#stray = text;
      this.#disturbed.abort();
    });
  }

  async run(): Promise<Verdict> {
    const either = AbortSignal.any([this.#signal, this.#disturbed.signal]);
    const guest = await unlessAborted(this.#host.guest, either);
    if (guest !== undefined) {
      this.#play = new ClientPlay(this.#stage, this.#flow, guest);
      this.#play.say(false);
      this.#end =
        (await this.#hear(this.#play, either, WAITING)) ?? (await this.#hear(this.#play, this.#signal, this.#lastFrames));
      if (this.#end?.how === "garbled" || this.#end?.how === "too-large") throw this.#endedBy(this.#end);
    }
    if (this.#stray !== undefined) throw clientFailed("client-connection", this.#stray);
    return this.#judge(await unlessAborted(this.#child.ended, this.#signal));
  }

  /** Hears the client until the connection ends, or the program does and nothing more comes. */
  async #hear(play: ClientPlay, signal: AbortSignal, patience: number | undefined): Promise<PeerEnd | undefined> {
    for (;;) {
      const event = await this.#host.inbox.next(signal, patience);
      if (event?.kind === "ended") return event;
      if (event?.kind === "frame") play.hear(event);
      if (event === undefined && (signal.aborted || this.#disturbed.signal.aborted)) return undefined;
      if (event === undefined) play.say(true);
    }
  }

  /** A program that is gone leaves no connection, so that its end is there to come, however busy the machine is. */
  get #lastFrames(): number | undefined {
    return this.#stray === undefined ? undefined : LAST_FRAMES;
  }

  #judge(ending: Ending | undefined): Verdict {
    if (ending?.kind === "error") return { kind: "harness-error", text: `it ${tellEnding(ending, "")}` };
    const words = this.#child.lastWords();
    if (ending?.kind === "exit" && ending.status === SKIPS)
      return { kind: "skipped", reason: words.split("\n").at(-1) || "it does not play this flow" };
    if (ending !== undefined && (ending.kind !== "exit" || ending.status !== 0))
      throw clientFailed("client-exit", `it ${tellEnding(ending, words)}`);
    const how = ending === undefined ? ` ${this.#signal.reason}` : ", and ended with status 0";
    if (this.#play === undefined) throw clientFailed("client-connection", `it did not connect${how}`);
    this.#demand(this.#play, how);
    if (ending === undefined) throw clientFailed("client-exit", `it has played the flow, and did not end${how}`);
    if (this.#end === undefined || !isClose(this.#end)) throw this.#endedBy(this.#end);
    const reason = this.#play.futility;
    return reason === undefined ? PASS : { kind: "skipped", reason };
  }

  #endedBy(end: PeerEnd | undefined): Ended {
    return clientFailed("client-connection", `the connection ${end?.text ?? "was left open"}`);
  }

  /** Whether the client has said all that it had to. */
  #demand(play: ClientPlay, how: string): void {
    const [missing] = play.missing;
    if (missing === undefined) return;
    const [owed] = play.owed;
    if (owed !== undefined) throw clientFailed(owed.rule, owed.text, { at: owed.at });
    const heard = this.#flow.steps.filter(({ from }) => from === "client").length - play.missing.length;
    const text = `it did not send the flow's ${missing.message}${how}; ${heard} of the client's steps came`;
    throw clientFailed("client-flow", text, { at: this.#flow.at });
  }
}

/** With these a client closes that is done: as it should, since it goes away, or without a code. Socket.IO has none. */
const CLOSES: ReadonlySet<number | null> = new Set([1000, 1001, 1005, null]);

function isClose({ how, code }: PeerEnd): boolean {
  return how === "closed" && CLOSES.has(code);
}
