import type { Refusal } from "../../session/verdict.ts";
import { type Ended, failed, skipped } from "../ended.ts";
import { Bindings } from "../wire/bindings.ts";
import type { Conversation, HeardMessage } from "./conversation.ts";
import type { Stage } from "./stage.ts";
import { type Step, Turn } from "./turn.ts";

/** Plays the client of a flow to its end, and hears whether the server says, beside what is legal, what it says there. */
export async function playFlow(
  stage: Stage,
  steps: readonly Step[],
  conversation: Conversation,
  opening: HeardMessage | undefined,
): Promise<void> {
  const heartbeat = stage.contract.session.heartbeat;
  conversation.answersPings = !steps.some(({ from, message }) => from === "client" && message === heartbeat?.pong);
  const player = new Player(stage, conversation, opening);
  for (const turn of turnsOf(steps)) {
    for (const step of turn.said) await player.say(step);
    await player.hear(turn.heard);
  }
  await conversation.settle();
  await conversation.linger();
  await conversation.settle();
}

/** What the client says, and what the server says then. */
interface Exchange {
  readonly said: Step[];
  readonly heard: Step[];
}

function turnsOf(steps: readonly Step[]): Exchange[] {
  const turns: Exchange[] = [];
  for (const step of steps) {
    const last = turns.at(-1);
    if (step.from === "server" && last !== undefined) last.heard.push(step);
    else if (step.from === "client" && last?.heard.length === 0) last.said.push(step);
    else turns.push(step.from === "client" ? { said: [step], heard: [] } : { said: [], heard: [step] });
  }
  return turns;
}

class Player {
  readonly #stage: Stage;
  readonly #conversation: Conversation;
  readonly #bindings: Bindings;
  /** What came and was no step yet: a server may be ahead of the flow. */
  readonly #ahead: HeardMessage[];
  readonly #ended = new Set<string>();
  /** Starts of streams that may still say something. */
  readonly #running = new Set<string>();
  #last = "the connection";

  constructor(stage: Stage, conversation: Conversation, opening: HeardMessage | undefined) {
    this.#stage = stage;
    this.#conversation = conversation;
    this.#bindings = new Bindings(stage.contract);
    this.#ahead = opening === undefined ? [] : [opening];
  }

  async say(step: Step): Promise<void> {
    const frame = this.#bindings.apply(step.frame);
    const { topics } = this.#stage.contract.session;
    this.#last = step.message;
    // What the server sent before it heard of this crosses it on the way.
    if (step.message === topics?.unsubscribe) return this.#conversation.sayAfterwards(frame);
    const refusal = this.#conversation.say(frame);
    if (refusal !== undefined) throw this.#cannotSay(step, refusal);
    this.#running.add(step.message);
  }

  async hear(steps: readonly Step[]): Promise<void> {
    const turn = new Turn(this.#stage.contract, steps);
    for (const heard of this.#ahead.splice(0)) this.#take(turn, heard);
    while (!turn.isOver(this.#ended)) {
      if (this.#isDue(turn)) await this.#await(turn);
      else await this.#listen(turn);
    }
  }

  #isDue(turn: Turn): boolean {
    return this.#conversation.owed().length > 0 || turn.awaits(this.#running);
  }

  /** What is due is waited for, as long as the case has time. */
  async #await(turn: Turn): Promise<void> {
    const heard = await this.#conversation.hear();
    if (heard.kind === "message") this.#take(turn, heard);
    else if (heard.kind !== "probed") await this.#depart(turn);
  }

  /** What is not may come nevertheless. */
  async #listen(turn: Turn): Promise<void> {
    const isDone = () => turn.isOver(this.#ended) || this.#isDue(turn);
    const see = (heard: HeardMessage) => {
      this.#take(turn, heard);
      return isDone();
    };
    await this.#conversation.listen(see);
    if (!isDone()) await this.#conversation.catchUp(see);
    if (!isDone()) await this.#depart(turn);
  }

  #take(turn: Turn, heard: HeardMessage): void {
    const step = turn.take(heard);
    for (const start of turn.endedBy(heard)) {
      this.#ended.add(start);
      this.#running.delete(start);
    }
    for (const request of turn.refusedBy(heard)) this.#running.delete(request);
    if (step === undefined) this.#ahead.push(heard);
    else this.#bindings.learn(step.frame, heard.frame);
  }

  /** The server says no more, or something else. What it owes is its fault; all else the contract leaves to it. */
  async #depart(turn: Turn): Promise<never> {
    await this.#conversation.settle();
    this.#conversation.staysOpen(`in the middle of a flow, after ${this.#last}`);
    const came = this.#ahead.length === 0 ? "nothing else came" : `${listed(this.#ahead.map(({ message }) => message))} came`;
    throw this.#departure(`after ${this.#last} the flow has ${listed(turn.missing)}, and ${came}`);
  }

  #cannotSay({ message }: Step, { text }: Refusal): Ended {
    return this.#departure(`there the flow has the client's ${message}, which would be wrong now: ${text}`);
  }

  #departure(text: string): Ended {
    if (this.#stage.isStrict) return failed("server-flow", text);
    return skipped(`the server goes another way, which the contract allows: ${text}`);
  }
}

function listed(names: readonly string[]): string {
  const known = [...new Set(names)];
  return known.length > 4 ? `${known.slice(0, 3).join(", ")} and others` : known.join(", ");
}
