import type { Clock } from "../clock.ts";
import { equal } from "../equal.ts";
import { preview } from "../error.ts";
import { type Pointer, readPointer } from "../pointer.ts";
import { WirepactError } from "../wirepactError.ts";
import type { Limits } from "./limits.ts";
import { Resource } from "./resource.ts";
import type { Session } from "./session.ts";

/**
 * Something outside of the server that messages name and use, such as a container: started at its first use, paused while nobody
 * uses it, and destroyed when the last connection that used it is closed. It belongs to the user whose connection named it first.
 */
export interface ResourceOptions<User = unknown, Sessions extends object = Session<Record<string, unknown>, User>> {
  /** Where messages of clients name it: `/sessionId`. Calls that name the same one run one after the other. */
  key: Pointer;
  /** Runs before the first call; what it throws fails that call, and the next one tries again. */
  start: (id: string, session: Sessions) => void | Promise<void>;
  pause?: (id: string) => void | Promise<void>;
  /** Runs before the first call after a pause. */
  resume?: (id: string) => void | Promise<void>;
  destroy: (id: string) => void | Promise<void>;
  /** Milliseconds without a call until it is paused; 600,000. */
  idle?: number;
  /** Whom it belongs to: `session.user` where there is one, and else the connection itself. Compared as JSON values are. */
  owner?: (session: Sessions) => unknown;
}

/** The resources of one server. */
export class Resources {
  readonly #held = new Map<string, Resource>();
  readonly #options: ResourceOptions;
  readonly #limits: Limits;
  readonly #clock: Clock;
  readonly #report: (error: unknown) => void;

  constructor(options: ResourceOptions, limits: Limits, clock: Clock, report: (error: unknown) => void) {
    this.#options = options;
    this.#limits = limits;
    this.#clock = clock;
    this.#report = report;
  }

  /** Runs a call when the resource that its frame names is there and free; at once where it names none. */
  use(session: Session, frame: unknown, run: () => unknown): unknown {
    const reading = readPointer(frame, this.#options.key);
    if (!reading.found || typeof reading.value !== "string") return run();
    return this.#claim(session, reading.value).use(session, run);
  }

  /** A connection is gone; resources that only it used are destroyed. */
  leave(session: Session): void {
    for (const resource of this.#held.values()) resource.leave(session);
  }

  /** Resolves when nothing is being destroyed any more. */
  async settled(): Promise<void> {
    await Promise.all([...this.#held.values()].map((resource) => resource.settled()));
  }

  #claim(session: Session, id: string): Resource {
    const owner = this.#options.owner === undefined ? (session.user ?? session.id) : this.#options.owner(session);
    const held = this.#held.get(id);
    if (held !== undefined && !equal(held.owner, owner)) {
      throw new WirepactError("rejected", `${preview(id)} belongs to somebody else`);
    }
    const used = [...this.#held.values()].filter((resource) => resource.has(session)).length;
    if (held?.has(session) !== true && used >= this.#limits.resources) {
      throw new WirepactError("rejected", `no more than ${this.#limits.resources} at a time`);
    }
    return held ?? this.#make(id, owner);
  }

  #make(id: string, owner: unknown): Resource {
    const gone = () => this.#held.delete(id);
    const resource = new Resource({ id, owner, hooks: this.#options, clock: this.#clock, report: this.#report, gone });
    this.#held.set(id, resource);
    return resource;
  }
}
