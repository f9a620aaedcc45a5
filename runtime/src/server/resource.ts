import type { Clock } from "../clock.ts";
import type { ResourceOptions } from "./resources.ts";
import type { Session } from "./session.ts";

/** What a resource needs to know of its surroundings. */
export interface ResourceFacts {
  readonly id: string;
  readonly owner: unknown;
  readonly hooks: ResourceOptions;
  readonly clock: Clock;
  readonly report: (error: unknown) => void;
  /** The resource is destroyed, and nobody came back meanwhile. */
  readonly gone: () => void;
}

/** How long a resource may stay unused before it is paused, where nothing says otherwise. */
const IDLE = 600_000;

/** One resource: its life is a chain of hooks, none of which begins before the one before has ended. */
export class Resource {
  readonly #facts: ResourceFacts;
  readonly #sessions = new Set<Session>();
  #life: "absent" | "running" | "paused" = "absent";
  /** The last hook. */
  #hook: Promise<void> = Promise.resolve();
  /** The last call. */
  #call: Promise<unknown> = Promise.resolve();
  #calls = 0;
  #cancelIdle: (() => void) | undefined;

  constructor(facts: ResourceFacts) {
    this.#facts = facts;
  }

  get owner(): unknown {
    return this.#facts.owner;
  }

  has(session: Session): boolean {
    return this.#sessions.has(session);
  }

  /** Notes that a connection uses it, where there is nothing to start: calls need not wait. */
  join(session: Session): void {
    this.#sessions.add(session);
  }

  /** Runs a call after those before it, once the resource is there. */
  use(session: Session, run: () => unknown): Promise<unknown> {
    this.#sessions.add(session);
    this.#cancelIdle?.();
    this.#calls += 1;
    const turn = this.#call.then(async () => {
      await this.#ready(session);
      return run();
    });
    this.#call = turn.catch(() => undefined).then(() => this.#ended());
    return turn;
  }

  leave(session: Session): void {
    if (!this.#sessions.delete(session) || this.#sessions.size > 0) return;
    this.#cancelIdle?.();
    // A call that still runs is running into nothing: the next user's calls must not wait for it.
    this.#call = Promise.resolve();
    this.#hook = this.#hook.then(() => this.#destroy());
  }

  settled(): Promise<void> {
    return this.#hook;
  }

  /** What a hook throws fails the call, and leaves the chain whole. */
  #ready(session: Session): Promise<void> {
    const step = this.#hook.then(() => this.#wake(session));
    this.#hook = step.catch(() => undefined);
    return step;
  }

  async #wake(session: Session): Promise<void> {
    if (!this.#sessions.has(session)) throw new Error("the connection closed before its call began");
    const { hooks, id } = this.#facts;
    if (this.#life === "absent") await hooks.start(id, session);
    if (this.#life === "paused") await hooks.resume?.(id);
    this.#life = "running";
  }

  #ended(): void {
    this.#calls -= 1;
    if (this.#calls > 0 || this.#sessions.size === 0) return;
    this.#cancelIdle?.();
    this.#cancelIdle = this.#facts.clock.after(this.#facts.hooks.idle ?? IDLE, () => {
      this.#hook = this.#hook.then(() => this.#pause());
    });
  }

  async #pause(): Promise<void> {
    if (this.#life !== "running" || this.#calls > 0 || this.#sessions.size === 0) return;
    this.#life = "paused";
    await this.#tell(() => this.#facts.hooks.pause?.(this.#facts.id));
  }

  async #destroy(): Promise<void> {
    // A user who came back in time keeps what there is.
    if (this.#sessions.size > 0) return;
    if (this.#life !== "absent") await this.#tell(() => this.#facts.hooks.destroy(this.#facts.id));
    this.#life = "absent";
    if (this.#sessions.size === 0) this.#facts.gone();
  }

  async #tell(hook: () => void | Promise<void>): Promise<void> {
    try {
      await hook();
    } catch (error) {
      this.#facts.report(error);
    }
  }
}
