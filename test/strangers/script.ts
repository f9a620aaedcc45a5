/** One frame of a flow, and who sends it. */
export interface Step {
  readonly from: "client" | "server";
  readonly frame: unknown;
}

/** The frames that one side sends in a flow. */
export function framesFrom(steps: readonly Step[], side: Step["from"]): unknown[] {
  return steps.filter(({ from }) => from === side).map(({ frame }) => frame);
}
