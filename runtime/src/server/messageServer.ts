import { systemClock } from "../clock.ts";
import { filled } from "../filled.ts";
import { createAdmit } from "./admission.ts";
import { type BroadcastNotice, inProcess } from "./broadcaster.ts";
import { Connection } from "./connection.ts";
import { noCounts } from "./counts.ts";
import type { Handler, Host } from "./host.ts";
import { routesOf } from "./httpRoutes.ts";
import { DEFAULT_LIMITS } from "./limits.ts";
import type { Door, HttpServer, Listener, ListenerAddress } from "./listener.ts";
import type { ServerOptions } from "./options.ts";
import type { Peer, PeerHandlers } from "./peer.ts";
import type { Plan } from "./plan.ts";
import { prepare } from "./prepare.ts";
import { Resources } from "./resources.ts";
import type { BroadcastWhere, CloseOptions, Server } from "./server.ts";
import type { Session } from "./session.ts";
import { settle } from "./settle.ts";

/** A server over one listener: takes its peers, and carries what they share. */
export class MessageServer implements Server {
  readonly #host: Host;
  readonly #listener: Listener;
  readonly #sessions = new Set<Connection>();
  readonly #connections = new Set<Connection>();
  readonly #origin = crypto.randomUUID();
  readonly #unsubscribe: () => void;
  #whenEmpty: (() => void) | undefined;
  #closing: Promise<void> | undefined;
  #isListening = false;

  constructor(plan: Plan, methodOf: (name: string) => Handler | undefined, options: ServerOptions) {
    this.#host = this.#makeHost(plan, methodOf, options);
    this.#listener = plan.definition.open(this.#makeDoor(plan, methodOf, options));
    this.#unsubscribe = (options.broadcaster ?? inProcess).subscribe((notice) => this.#hear(notice));
  }

  get address(): ListenerAddress | undefined {
    return this.#listener.address();
  }

  get port(): number | undefined {
    return this.address?.port;
  }

  get sessions(): ReadonlySet<Session> {
    return this.#sessions;
  }

  get counts() {
    return { ...this.#host.counts };
  }

  async listen(port: number, host?: string): Promise<this> {
    this.#refuseClosed();
    if (this.#isListening) throw new TypeError("this server listens already");
    this.#isListening = true;
    try {
      await this.#listener.listen(port, host);
    } catch (error) {
      this.#isListening = false;
      throw error;
    }
    return this;
  }

  attach(server: HttpServer): this {
    this.#refuseClosed();
    this.#listener.attach(server);
    return this;
  }

  /** What is closed has let go of everything: it would take connections only to close them. */
  #refuseClosed(): void {
    if (this.#closing !== undefined) throw new TypeError("this server is closed: make another one");
  }

  broadcast(name: string, fields: unknown, { parameters = {} }: BroadcastWhere = {}): void {
    this.#host.broadcast(name, fields, parameters);
  }

  close(options: CloseOptions = {}): Promise<void> {
    this.#closing ??= this.#close(options.deadline ?? this.#host.limits.shutdown);
    return this.#closing;
  }

  async #close(deadline: number): Promise<void> {
    this.#listener.stop();
    for (const connection of this.#connections) connection.isDraining = true;
    await this.#drained(deadline);
    for (const connection of this.#connections) connection.close(1001, "the server is closing");
    await this.#emptied();
    await this.#host.resources?.settled();
    this.#unsubscribe();
    await this.#listener.close();
  }

  async #drained(deadline: number): Promise<void> {
    const idle = Promise.all([...this.#connections].map(({ calls }) => calls.idle()));
    await new Promise<void>((resolve) => {
      const cancel = this.#host.clock.after(deadline, resolve);
      void idle.then(() => {
        cancel();
        resolve();
      });
    });
  }

  /** Connections that do not answer the close are ended by their own deadline. */
  #emptied(): Promise<void> {
    if (this.#connections.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#whenEmpty = resolve;
    });
  }

  #accept(peer: Peer, user: unknown, until?: number): PeerHandlers {
    const connection = new Connection(this.#host, peer, user, until);
    this.#connections.add(connection);
    this.#host.counts.accepted += 1;
    if (this.#closing === undefined) connection.open();
    else connection.close(1001, "the server is closing");
    return connection.handlers();
  }

  #gone(connection: Connection): void {
    this.#connections.delete(connection);
    if (this.#connections.size === 0) this.#whenEmpty?.();
  }

  #broadcast(name: string, fields: unknown, parameters: Readonly<Record<string, string>>): void {
    this.#deliver(name, fields, parameters);
    const notice = { origin: this.#origin, parameters, message: name, fields };
    const publish = () => this.#host.options.broadcaster?.publish(notice);
    settle(
      publish,
      () => undefined,
      (error) => this.#host.report(error),
    );
  }

  /** A notice comes from outside of this process: it is checked like anything that is to be sent. */
  #hear(notice: BroadcastNotice): void {
    settle(
      () => notice.origin !== this.#origin && this.#deliver(notice.message, notice.fields, notice.parameters),
      () => undefined,
      (error) => this.#host.report(error),
    );
  }

  #deliver(name: string, fields: unknown, parameters: Readonly<Record<string, string>>): void {
    const frame = prepare(this.#host.plan, name, fields);
    const wanted = Object.entries(parameters);
    for (const session of this.#sessions) {
      const own = session.request.parameters;
      if (wanted.every(([key, value]) => Object.hasOwn(own, key) && own[key] === value)) session.overhear(frame);
    }
  }

  #makeHost(plan: Plan, methodOf: (name: string) => Handler | undefined, options: ServerOptions): Host {
    const limits = filled(DEFAULT_LIMITS, options.limits, "limits");
    const clock = options.clock ?? systemClock;
    const report = (error: unknown, session?: Session, message?: string) => reportTo(options, error, session, message);
    // The check reads options of its own, which the generated package has added to these.
    const frameCheck = plan.definition.frameCheck?.(plan.definition.contract, options as Readonly<Record<string, unknown>>);
    const handlers = new Map([...plan.methods].map(([message, method]) => [message, methodOf(method)]));
    const { resource } = plan.definition.contract;
    const hasResources = options.resources !== undefined || resource !== undefined;
    return {
      plan,
      options,
      limits,
      clock,
      counts: noCounts(),
      frameCheck,
      resources: hasResources ? new Resources(options.resources, resource, limits, clock, report) : undefined,
      handlerOf: (message) => handlers.get(message),
      broadcast: (name, fields, parameters) => this.#broadcast(name, fields, parameters),
      report,
      unproven: (error, session) => options.onError !== undefined && report(error, session),
      opened: (connection) => this.#opened(connection),
      ending: (connection) => this.#ending(connection),
      closed: (connection) => this.#gone(connection),
    };
  }

  #opened(connection: Connection): void {
    this.#sessions.add(connection);
    const { options, report } = this.#host;
    settle(
      () => options.onOpen?.(connection),
      () => undefined,
      (error) => report(error, connection),
    );
  }

  #ending(connection: Connection): void {
    this.#sessions.delete(connection);
    this.#host.resources?.leave(connection);
  }

  #makeDoor(plan: Plan, methodOf: (name: string) => Handler | undefined, options: ServerOptions): Door {
    const { limits, clock, counts, report } = this.#host;
    const refused = (error: unknown) => {
      counts.refused += 1;
      // Told to a log that asks for it, and to no console that anyone could flood.
      if (options.onError !== undefined) report(error);
    };
    const failed = (error: unknown) => {
      counts.refused += 1;
      report(error);
    };
    const count = () => this.#connections.size;
    return {
      contract: plan.definition.contract,
      limits,
      ...(options.origins === undefined ? {} : { origins: options.origins }),
      http: routesOf(plan.definition, methodOf, report),
      admit: createAdmit({ definition: plan.definition, options, limits, clock, count, refused, failed }),
      accept: (peer, user, until) => this.#accept(peer, user, until),
      report,
    };
  }
}

function reportTo({ onError }: ServerOptions, error: unknown, session?: Session, message?: string): void {
  try {
    if (onError === undefined) console.error(error);
    else onError(error, session, message);
  } catch (second) {
    console.error(second);
  }
}
