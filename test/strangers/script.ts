/** How a WebSocket frame is written: JSON as text, MessagePack as binary. */
export type Encoding = "json" | "msgpack";

/** One frame of a flow, and who sends it. */
export interface Step {
  readonly from: "client" | "server";
  readonly frame: unknown;
  /** Socket.IO has its own, and says none. */
  readonly encoding?: Encoding;
}

/** A frame that the client sends. */
export function client(frame: object, encoding: Encoding = "json"): Step {
  return { from: "client", frame, encoding };
}

/** A frame that the server sends. */
export function server(frame: object, encoding: Encoding = "json"): Step {
  return { from: "server", frame, encoding };
}

/** What one side sends in a flow, which is what the other gets. */
export function stepsFrom(steps: readonly Step[], side: Step["from"]): Step[] {
  return steps.filter(({ from }) => from === side);
}

/** The frames that one side sends in a flow. */
export function framesFrom(steps: readonly Step[], side: Step["from"]): unknown[] {
  return stepsFrom(steps, side).map(({ frame }) => frame);
}
