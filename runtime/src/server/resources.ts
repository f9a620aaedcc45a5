import type { Clock } from "../clock.ts";
import type { ResourceDescriptor } from "../conversation.ts";
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
  /**
   * Where messages of clients name it: `/sessionId`; the contract's own place where it is absent. Calls that name the same one run
   * one after the other.
   */
  key?: Pointer;
  /** Runs before the first call; what it throws fails that call, and the next one tries again. */
  start: (id: string, session: Sessions) => void | Promise<void>;
  pause?: (id: string) => void | Promise<void>;
  /** Runs before the first call after a pause. */
  resume?: (id: string) => void | Promise<void>;
  destroy: (id: string) => void | Promise<void>;
  /** Milliseconds without a call until it is paused; 600,000. */
  idle?: number;
  /**
   * Whom it belongs to: `session.user` where there is one, else whom the contract's parameter of the query names, else the connection
   * itself. Compared as JSON values are.
   */
  owner?: (session: Sessions) => unknown;
}

/** Whose something is, where no option says it: of different kinds, so that no name is taken for a user or for a connection. */
interface Owner {
  readonly kind: "user" | "query" | "connection";
  readonly value: unknown;
}

const NO_HOOKS: ResourceOptions = Object.freeze({ start: () => undefined, destroy: () => undefined });

/** The resources of one server. */
export class Resources {
  readonly #held = new Map<string, Resource>();
  readonly #options: ResourceOptions;
  readonly #limits: Limits;
  readonly #clock: Clock;
  readonly #report: (error: unknown) => void;

  readonly #key: Pointer;
  readonly #words: ResourceDescriptor | undefined;

  /** The contract's resource has an owner without any hooks: what it names is nobody else's. */
  constructor(
    options: ResourceOptions | undefined,
    words: ResourceDescriptor | undefined,
    limits: Limits,
    clock: Clock,
    report: (error: unknown) => void,
  ) {
    const key = options?.key ?? words?.key;
    if (key === undefined) throw new TypeError("resources need a key: where messages of clients name them");
    this.#key = key;
    this.#words = words;
    this.#options = options ?? NO_HOOKS;
    this.#limits = limits;
    this.#clock = clock;
    this.#report = report;
  }

  /** Runs a call when the resource that its frame names is there and free; at once where it names none. */
  use(session: Session, frame: unknown, run: () => unknown): unknown {
    const reading = readPointer(frame, this.#key);
    if (!reading.found || typeof reading.value !== "string") return run();
    if (this.#options !== NO_HOOKS) return this.#claim(session, reading.value).use(session, run);
    this.#note(session, reading.value);
    return run();
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
    const owner = this.#options.owner === undefined ? this.#ownerOf(session) : this.#options.owner(session);
    const held = this.#heldFor(owner, id);
    if (held?.has(session) !== true && this.#usedBy(session).length >= this.#limits.resources) {
      throw new WirepactError("rejected", `no more than ${this.#limits.resources} at a time`);
    }
    return held ?? this.#make(id, owner);
  }

  /**
   * Notes whose a name is, where nothing has to be started for it. Who cannot be told from others after a reconnect owns nothing,
   * and of the many names of one connection the oldest is let go.
   */
  #note(session: Session, id: string): void {
    const owner = this.#ownerOf(session);
    const held = this.#heldFor(owner, id);
    if (owner.kind === "connection") return;
    const used = this.#usedBy(session);
    if (held?.has(session) !== true && used.length >= this.#limits.resources) used[0]?.leave(session);
    (held ?? this.#make(id, owner)).join(session);
  }

  /** The resource of a name, if there is one; refused to whom it does not belong. */
  #heldFor(owner: unknown, id: string): Resource | undefined {
    const held = this.#held.get(id);
    if (held === undefined || equal(held.owner, owner)) return held;
    throw new WirepactError("rejected", `${preview(id)} belongs to somebody else`);
  }

  #usedBy(session: Session): Resource[] {
    return [...this.#held.values()].filter((resource) => resource.has(session));
  }

  #ownerOf({ user, request, id }: Session): Owner {
    const parameter = this.#words?.owner;
    const named = parameter !== undefined && Object.hasOwn(request.query, parameter) ? request.query[parameter] : undefined;
    if (user !== undefined && user !== null) return { kind: "user", value: user };
    return named === undefined ? { kind: "connection", value: id } : { kind: "query", value: named };
  }

  #make(id: string, owner: unknown): Resource {
    const gone = () => this.#held.delete(id);
    const resource = new Resource({ id, owner, hooks: this.#options, clock: this.#clock, report: this.#report, gone });
    this.#held.set(id, resource);
    return resource;
  }
}
