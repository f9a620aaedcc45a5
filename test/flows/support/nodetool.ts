import { decode, encode } from "@msgpack/msgpack";
import { type NodetoolHandlers, type NodetoolServerOptions, refuseNodetool, serveNodetool } from "@wirepact/nodetool/server";
import type { Stranger } from "../../server/support/listening.ts";
import { dialled, serving } from "./serving.ts";

/** Bytes that are no text. */
export const BYTES = new Uint8Array([0, 1, 255]);

const handlers: Partial<NodetoolHandlers> = {
  setMode: ({ mode }) => ({ message: `Mode set to ${mode}` }),
  getStatus({ job_id }) {
    if (job_id === undefined) return ["active_jobs", { active_jobs: [{ job_id: "j", workflow_id: "w", status: "running" }] }];
    if (job_id !== "j") throw refuseNodetool({ error: "Job not found" });
    return ["job_status", { status: "running", job_id, workflow_id: "w" }];
  },
  cancelJob: () => ({ message: "Job cancelled" }),
  stop: () => {
    throw new Error("the password is hunter2");
  },
  async *runJob() {
    yield ["job_update", { status: "running", job_id: "j" }];
    yield ["binary_update", { node_id: "n", output_name: "o", binary: BYTES }];
    yield ["output_update", { node_id: "n", output_name: "o", value: { deep: [BYTES] }, output_type: "image" }];
    yield ["job_update", { status: "completed", job_id: "j" }];
  },
};

/** A server with a handler for most commands. */
export function start(options: NodetoolServerOptions = {}, more: Partial<NodetoolHandlers> = {}): Promise<string> {
  return serving(serveNodetool({ ...handlers, ...more }, { onError: () => undefined, ...options }));
}

/** What came, and by which opcode. */
export interface Heard {
  readonly as: "binary" | "text";
  readonly frame: unknown;
}

/** A plain socket that speaks both encodings. */
export class Plain {
  readonly stranger: Stranger;

  constructor(stranger: Stranger) {
    this.stranger = stranger;
  }

  say(as: Heard["as"], frame: unknown): void {
    this.stranger.send(as === "binary" ? Buffer.from(encode(frame)) : JSON.stringify(frame));
  }

  async hear(): Promise<Heard> {
    const came = await this.stranger.next();
    return Buffer.isBuffer(came) ? { as: "binary", frame: decode(came) } : { as: "text", frame: came };
  }

  ask(as: Heard["as"], frame: unknown): Promise<Heard> {
    this.say(as, frame);
    return this.hear();
  }
}

/** Connects one. */
export async function dial(host: string): Promise<Plain> {
  return new Plain(await dialled(`ws://${host}/ws`));
}

/** The client's ping. */
export const PING = { type: "ping" };
