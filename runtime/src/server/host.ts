import type { Clock } from "../clock.ts";
import type { Connection } from "./connection.ts";
import type { Counts } from "./counts.ts";
import type { FrameCheck } from "./credentials.ts";
import type { Limits } from "./limits.ts";
import type { ServerOptions } from "./options.ts";
import type { Plan } from "./plan.ts";
import type { Resources } from "./resources.ts";
import type { Session } from "./session.ts";

/** What all connections of one server share. */
export interface Host {
  readonly plan: Plan;
  readonly options: ServerOptions;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly counts: Counts;
  readonly frameCheck: FrameCheck | undefined;
  readonly resources: Resources | undefined;
  /** The handler's method for a message; undefined where it has none. */
  readonly handlerOf: (message: string) => Handler | undefined;
  readonly broadcast: (name: string, fields: unknown, parameters: Readonly<Record<string, string>>) => void;
  /** The message is the one that was handled, or that was to be sent. */
  readonly report: (error: unknown, session?: Session, message?: string) => void;
  /** A frame's proof was wrong: told to a log that asks for it, and to no console that a client could flood. */
  readonly unproven: (error: unknown, session: Session) => void;
  /** A connection has sent its opening message; is about to close; is closed. */
  readonly opened: (connection: Connection) => void;
  readonly ending: (connection: Connection) => void;
  readonly closed: (connection: Connection) => void;
}

/** A method of the user's handler. */
export type Handler = (...given: readonly unknown[]) => unknown;
