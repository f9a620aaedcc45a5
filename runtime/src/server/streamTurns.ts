import { mostAtATime } from "../streamLaws.ts";
import type { Call } from "./call.ts";
import type { Plan } from "./plan.ts";

/** Lets as many streams of a kind run on one connection as the contract allows; the others wait for their turn. */
export class StreamTurns {
  readonly #plan: Plan;
  readonly #lanes = new Map<string, Lane>();

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** Runs a call, now or when its turn comes. */
  take(call: Call, run: () => void): void {
    const stream = this.#plan.streams.get(call.message);
    if (stream === undefined) return run();
    const lane = this.#lanes.get(call.message) ?? { running: 0, waiting: [] };
    this.#lanes.set(call.message, lane);
    if (lane.running >= mostAtATime(stream)) lane.waiting.push(run);
    else start(lane, run);
  }

  /** A call has ended: the next one may start. */
  end(call: Call): void {
    const lane = this.#lanes.get(call.message);
    if (lane === undefined) return;
    lane.running -= 1;
    const next = lane.waiting.shift();
    if (next !== undefined) start(lane, next);
  }

  clear(): void {
    this.#lanes.clear();
  }
}

interface Lane {
  running: number;
  readonly waiting: (() => void)[];
}

function start(lane: Lane, run: () => void): void {
  lane.running += 1;
  run();
}
