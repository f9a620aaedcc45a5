/** The side whose code is scaffolded: handlers of a server, or listeners of a client. */
export type StubSide = "server" | "client";

/** What a user's file must hold for one side of a protocol; every name is the generated package's own. */
export interface StubFile {
  readonly side: StubSide;
  /** The module to import from, such as `@wirepact/panel/server`. */
  readonly module: string;
  /** The type that the user's code is held against: `PanelHandlers` or `PanelClient`. */
  readonly type: string;
  /** What runs it: `servePanel` or `connectPanel`. */
  readonly call: string;
  readonly methods: readonly StubMethod[];
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
}
