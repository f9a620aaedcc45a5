import type { StreamDescriptor } from "@wirepact/runtime";
import { endsStream } from "@wirepact/runtime/laws";
import type { ScenarioFixture } from "../../fixtures/fixture.ts";
import type { Contract } from "../../model/contract.ts";
import type { HeardMessage } from "./conversation.ts";

/** A step of a flow. */
export type Step = ScenarioFixture["steps"][number];

/** What the server says in a flow until the client speaks again: by name, in any order, since order is the monitor's. */
export class Turn {
  readonly #contract: Contract;
  readonly #remaining: Step[];

  constructor(contract: Contract, steps: readonly Step[]) {
    this.#contract = contract;
    this.#remaining = [...steps];
  }

  /** Names of the messages that did not come. */
  get missing(): readonly string[] {
    return this.#remaining.map(({ message }) => message);
  }

  /** The step that a message is; undefined where the flow has none like it here. The end of a stream is another thing than a message of it. */
  take(heard: HeardMessage): Step | undefined {
    const index = this.#remaining.findIndex((step) => step.message === heard.message && this.#isEnd(step) === this.#isEnd(heard));
    return index < 0 ? undefined : this.#remaining.splice(index, 1)[0];
  }

  /** Whether nothing more is to come: of a stream that has ended, it is the server's to say how much it says. */
  isOver(ended: ReadonlySet<string>): boolean {
    return this.#remaining.every((step) => !this.#isEnd(step) && this.#startsOf(step).some((start) => ended.has(start)));
  }

  /** Whether what is missing belongs to streams that run: it may take its time. */
  awaits(running: ReadonlySet<string>): boolean {
    const { streams } = this.#contract.session;
    const open = streams.filter(({ start }) => running.has(start));
    return this.#remaining.some(({ message }) => open.some((stream) => isOf(stream, message)));
  }

  /** Requests that a message may refuse. */
  refusedBy({ message }: HeardMessage): readonly string[] {
    return this.#contract.replies.filter(({ errors }) => errors.includes(message)).map(({ request }) => request);
  }

  /** Starts of streams that a message ends. */
  endedBy(heard: HeardMessage): readonly string[] {
    return this.#contract.session.streams.filter((stream) => endsStream(stream, heard)).map(({ start }) => start);
  }

  #isEnd(message: Step | HeardMessage): boolean {
    return this.#contract.session.streams.some((stream) => endsStream(stream, message));
  }

  #startsOf({ message }: Step): readonly string[] {
    return this.#contract.session.streams.filter(({ items }) => items.includes(message)).map(({ start }) => start);
  }
}

function isOf({ items, ends }: StreamDescriptor, message: string): boolean {
  return items.includes(message) || ends.some((end) => end.message === message);
}
