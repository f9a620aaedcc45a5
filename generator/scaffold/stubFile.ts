import type { Json } from "../json.ts";

/** The side whose code is scaffolded: handlers of a server, or listeners of a client. */
export type StubSide = "server" | "client";

/** What a user's file must hold for one side of a protocol; every name is the generated package's own. */
export interface StubFile {
  readonly side: StubSide;
  readonly protocol: string;
  /** The module to import from, such as `@wirepact/panel/server`. */
  readonly module: string;
  /** The type that the user's code is held against: `PanelHandlers` or `PanelClient`. */
  readonly type: string;
  /** What runs it: `servePanel` or `connectPanel`. */
  readonly call: string;
  readonly methods: readonly StubMethod[];
  /** What it is started with. */
  readonly start: Start;
}

/** One thing that the user writes: a handler's method, or a listener of a message. */
export interface StubMethod {
  /** Name of the method, or of the message that is listened to. */
  readonly name: string;
  readonly parameters: readonly string[];
  /** What the message is for, in the contract's words. */
  readonly description: string;
  /** Whether the stub does without: its absence is no finding. */
  readonly isOptional: boolean;
  /** What it gives until it is written; without it, it refuses. */
  readonly gives?: Json;
}

/** How a program of one side starts. */
export interface Start {
  /** Where a server listens, unless told otherwise. */
  readonly port: number;
  /** Where a client finds it, unless told otherwise. */
  readonly url: string;
  /** What the contract asks for in the query of every connection. */
  readonly query: readonly Setting[];
  /** Whether every frame is signed by a wallet. */
  readonly isSigned: boolean;
  /** That a server asks nobody for the contract's credentials until it is told to; empty where there is nothing to say. */
  readonly letIn: string;
}

/** A value that a program takes from its environment. */
export interface Setting {
  readonly name: string;
  readonly variable: string;
  readonly fallback: string;
}
