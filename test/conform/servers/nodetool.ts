import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { decode, encode } from "@msgpack/msgpack";
import { type WebSocket, WebSocketServer } from "ws";
import type { Tried } from "../support/tryServer.ts";
import type { NodetoolFault } from "./nodetoolFaults.ts";

/** A frame, or what stands in one. */
type Frame = Readonly<Record<string, unknown>>;

/** A nodetool server of plain `ws`, which knows nothing of Wirepact, and does one thing wrong if it is told to. */
export async function startNodetool(fault?: NodetoolFault): Promise<Tried> {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  const stop = () => {
    for (const socket of server.clients) socket.terminate();
    server.close();
  };
  server.on("connection", (socket) => new Connection(socket, fault, stop));
  const { port } = server.address() as AddressInfo;
  return { url: `ws://127.0.0.1:${port}/ws`, stop };
}

/** A job, as messages name it. */
interface Job extends Frame {
  readonly job_id: string;
  readonly workflow_id: unknown;
}

let jobs = 0;

class Connection {
  readonly #socket: WebSocket;
  readonly #fault: NodetoolFault | undefined;
  readonly #die: () => void;
  /** Where each job of this connection stands. */
  readonly #jobs = new Map<string, string>();
  #isBinary: boolean;

  constructor(socket: WebSocket, fault: NodetoolFault | undefined, die: () => void) {
    this.#socket = socket;
    this.#fault = fault;
    this.#die = die;
    this.#isBinary = !this.#has("speaks text from the start");
    // `ws` gives a Buffer unless it is told otherwise.
    socket.on("message", (data, isBinary) => this.#hear(data as Buffer, isBinary));
  }

  #has(fault: NodetoolFault): boolean {
    return this.#fault === fault;
  }

  #send(frame: object): void {
    if (!this.#isBinary) return this.#socket.send(JSON.stringify(frame));
    const bytes = encode(frame);
    this.#socket.send(this.#has("sends half a frame") ? bytes.subarray(0, -1) : bytes);
  }

  #hear(data: Buffer, isBinary: boolean): void {
    const frame = this.#parse(data, isBinary);
    if (frame === undefined) return this.#strange();
    const body = frame["data"];
    if (frame["type"] === "ping") return this.#ping();
    if (frame["type"] !== undefined) return;
    const run = this.#commands.get(String(frame["command"]));
    if (run === undefined) return this.#fail("unknown command");
    if (typeof body === "object" && body !== null) return run(Object(body));
    if (this.#has("runs a job without data")) return run({});
    this.#fail("data is required");
  }

  #parse(data: Buffer, isBinary: boolean): Frame | undefined {
    try {
      const isText = !isBinary || (this.#has("takes JSON as bytes") && data[0] === 0x7b);
      return Object(isText ? JSON.parse(data.toString()) : decode(data)) as Frame;
    } catch {
      return undefined;
    }
  }

  #strange(): void {
    if (this.#has("dies of bytes that are no MessagePack")) return this.#die();
    if (this.#has("drops the connection of a strange frame")) return this.#socket.terminate();
    this.#fail("cannot be read");
  }

  #fail(error: string): void {
    if (this.#has("closes with 1000 on an error")) return this.#socket.close(1000);
    this.#send({ error });
  }

  #ping(): void {
    if (!this.#has("sends no pong")) this.#send({ type: "pong", ts: Date.now() / 1000 });
  }

  readonly #commands: ReadonlyMap<string, (data: Frame) => void> = new Map<string, (data: Frame) => void>([
    ["run_job", (data) => this.#run(data)],
    ["chat_message", (data) => this.#chat(data)],
    ["get_status", ({ job_id }) => this.#status(job_id)],
    ["set_mode", ({ mode }) => this.#switch(mode)],
    ["stop", (data) => this.#stop(data)],
    ["clear_models", () => this.#acknowledge({}, [])],
    ["stream_input", (data) => this.#input(data)],
    ["end_input_stream", (data) => this.#endInput(data)],
    ["reconnect_job", (data) => this.#missing(data)],
    ["cancel_job", (data) => this.#missing(data)],
  ]);

  #acknowledge(data: Frame, names: readonly string[]): void {
    const named = names.flatMap((name) => (typeof data[name] === "string" ? [[name, data[name]] as const] : []));
    const frame = { message: "taken", ...Object.fromEntries(named) };
    this.#send(frame);
    if (this.#has("acknowledges twice")) this.#send(frame);
  }

  #stop(data: Frame): void {
    const names = [data["job_id"], data["thread_id"]].filter((name) => name !== undefined);
    if (names.length === 0 || names.some((name) => typeof name !== "string"))
      return this.#fail("job_id or thread_id is required");
    this.#acknowledge(data, ["job_id", "thread_id"]);
  }

  #missing({ job_id }: Frame): void {
    if (this.#has("is silent about unknown jobs")) return;
    this.#fail(typeof job_id === "string" ? "Job not found or already completed" : "job_id is required");
  }

  #status(job_id: unknown): void {
    if (job_id === undefined) {
      return this.#send({ active_jobs: this.#has("sends null where it is not allowed") ? null : [] });
    }
    const status = this.#jobs.get(String(job_id)) ?? (this.#has("tells the status of another job") ? "completed" : undefined);
    if (status === undefined) return this.#fail("Job not found");
    const told = this.#has("tells the status of another job") ? "job-of-somebody" : job_id;
    this.#send({ status, job_id: told, workflow_id: "wf-123" });
    if (status === "suspended") this.#finish({ job_id: String(job_id), workflow_id: "wf-123" });
  }

  #input(data: Frame): void {
    if (this.#jobs.get(String(data["job_id"])) !== "running") return this.#missing(data);
    this.#acknowledge(data, ["job_id"]);
    this.#send({ type: "edge_update", workflow_id: "wf-123", edge_id: "edge-1", status: "active", counter: 1 });
  }

  /** Without more to read a job waits, here, until somebody asks about it. */
  #endInput(data: Frame): void {
    const job_id = String(data["job_id"]);
    if (this.#jobs.get(job_id) !== "running") return this.#missing(data);
    this.#acknowledge(data, ["job_id"]);
    this.#update({ job_id, workflow_id: "wf-123" }, "suspended");
  }

  #switch(mode: unknown): void {
    if (mode !== "binary" && mode !== "text") return this.#fail("mode is required");
    const isBinary = mode === "binary" || this.#has("stays binary whatever is set");
    if (!this.#has("switches one frame too late")) this.#isBinary = isBinary;
    this.#acknowledge({}, []);
    this.#isBinary = isBinary;
  }

  #chat({ thread_id, content, role = "user" }: Frame): void {
    if (typeof role !== "string") return this.#fail("role must be a text");
    if (typeof thread_id !== "string" || typeof content !== "string") return this.#fail("thread_id is required");
    const other = "thread-of-somebody";
    this.#acknowledge({ thread_id: this.#has("acknowledges another chat") ? other : thread_id }, ["thread_id"]);
    const named = { thread_id: this.#has("sends a chunk of another chat") ? other : thread_id };
    this.#send({ type: "chunk", ...named, content: "Hello", done: true });
    this.#send({ type: "message", thread_id, role: "assistant", content: "Hello" });
  }

  #run({ workflow_id = null, graph, params }: Frame): void {
    const isValid = typeof workflow_id === "string" || typeof graph === "object";
    if (!isValid && !this.#has("runs a job without data")) return this.#fail("workflow_id is required");
    jobs += 1;
    const job: Job = { job_id: `job-${process.pid}-${jobs}`, workflow_id };
    this.#acknowledge(job, ["job_id", "workflow_id"]);
    if (this.#has("speaks of a job that nobody started")) this.#progress("job-of-nobody");
    this.#update(job, this.#has("begins a job as suspended") ? "suspended" : "pending");
    this.#update(job, this.#has("invents a status") ? "dreaming" : "running");
    // What has no parameters waits for its input.
    if (workflow_id === "wf-123" && params === undefined) return;
    this.#progress(job.job_id);
    this.#put(job.job_id);
    this.#finish(job);
  }

  #finish(job: Job): void {
    if (this.#jobs.get(job.job_id) === "suspended") this.#update(job, "running");
    if (this.#has("sends frames of a newer version")) this.#send({ type: "cost_update", ...job, cents: 3 });
    this.#update(job, "completed");
    if (this.#has("moves a job out of a terminal state")) this.#update(job, "running");
    if (this.#has("goes on after the end of a job")) this.#progress(job.job_id);
  }

  #update(job: Job, status: string): void {
    this.#jobs.set(job.job_id, status);
    this.#send({ type: "job_update", status, ...job });
  }

  #progress(job_id: string): void {
    this.#send({ type: "node_progress", node_id: "n", progress: 1, total: 2, job_id });
  }

  #put(job_id: string): void {
    const bytes = Buffer.from([0, 255, 1]);
    const isText = !this.#isBinary || this.#has("sends base64 for bytes in MessagePack");
    const binary = isText ? bytes.toString("base64") : bytes;
    this.#send({ type: "binary_update", node_id: "n", output_name: "o", binary, job_id });
  }
}
