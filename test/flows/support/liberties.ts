import type { ProtocolDescriptor } from "@wirepact/runtime";
import type { NamedStep } from "./flow.ts";
import { callsIn } from "./script.ts";

/**
 * All that a frame on the wire may differ in from the document's, by protocol and message: a value that cannot be the same twice,
 * or a text for people that the stub words itself. `is` says what it must be instead. Everything else is equal.
 */
const LIBERTIES = [
  { protocol: "nodetool", message: "pong", field: "ts", is: (value: unknown) => typeof value === "number", why: "the time" },
  {
    protocol: "nodetool",
    message: "chunk",
    field: "thread_id",
    is: (value: unknown) => value === undefined || value === "thread-123",
    why: "the thread that the chat was started with: it tells two chats apart that run at a time",
  },
  {
    protocol: "flowork",
    message: "refused",
    field: "error",
    is: (value: unknown) => value === "authentication failed",
    why: "the stub's own words for a signature that does not hold",
  },
];

/**
 * Frames on the wire that flows of a document leave out: nodetool acknowledges commands (decisions.md, nodetool), and its flows do
 * not show it. Directly after the command; what pairs it with the command is repeated.
 */
const LEFT_OUT = [{ protocol: "nodetool", message: "acknowledgement", fields: { message: "ok" } }];

/** A document's frame with a mark where the one on the wire may differ. */
export function marked(protocol: string, message: string, frame: unknown): unknown {
  const liberty = LIBERTIES.find((one) => one.protocol === protocol && one.message === message);
  return liberty === undefined ? frame : { ...asRecord(frame), [liberty.field]: liberty.why };
}

/** A frame from the wire with the same mark, if what stands there is what may stand there. */
export function markedSeen(protocol: string, message: string, frame: unknown): unknown {
  const liberty = LIBERTIES.find((one) => one.protocol === protocol && one.message === message);
  return liberty?.is(asRecord(frame)[liberty.field]) === true ? marked(protocol, message, frame) : frame;
}

/** The flow with the frames in it that its document leaves out. */
export function withLeftOut(contract: ProtocolDescriptor, steps: readonly NamedStep[]): NamedStep[] {
  const missing = LEFT_OUT.find(({ protocol }) => protocol === contract.protocol);
  if (missing === undefined) return [...steps];
  const silent = callsIn(contract, steps).filter(({ answered, pair }) => !answered && pair?.replies[0] === missing.message);
  return steps.flatMap((step, index): NamedStep[] => {
    const call = silent.find((one) => one.step === index);
    if (call === undefined) return [step];
    const data = asRecord(asRecord(call.frame)["data"]);
    const fields = (call.pair?.match ?? [])
      .map(([, answered]) => answered.slice(1))
      .filter((field) => Object.hasOwn(data, field));
    const repeated = Object.fromEntries(fields.map((field) => [field, data[field]]));
    return [step, { from: "server", message: missing.message, frame: { ...missing.fields, ...repeated } }];
  });
}

/** All frames here are objects: their contracts have no others. */
function asRecord(frame: unknown): Readonly<Record<string, unknown>> {
  return frame as Readonly<Record<string, unknown>>;
}
