import { after, change, client, drop, server, travelling, twice } from "../edits.ts";
import type { Case } from "./case.ts";

const jobs = "/x-wirepact/machines/job";
const running = server({ type: "job_update", status: "running", job_id: "job-123" });

/** Broken sessions of nodetool, and some that only look it. */
export const NODETOOL: readonly Case[] = [
  [
    "a job that goes on after its end",
    "successful-workflow",
    after(8, running),
    [`9 state ${jobs}/transitions/completed`, "9 stream /x-wirepact/streams/0/key"],
  ],
  [
    "a job that ends twice",
    "successful-workflow",
    twice(8),
    [`9 state ${jobs}/transitions/completed`, "9 stream /x-wirepact/streams/0/key"],
  ],
  ["a job that begins at its end", "successful-workflow", drop(2), [`7 state ${jobs}/initial`]],
  [
    "a job that goes back to pending",
    "streamed-input",
    after(4, server({ type: "job_update", status: "pending", job_id: "job-123" })),
    [`5 state ${jobs}/transitions/running`, `11 state ${jobs}/transitions/pending`],
  ],
  ["a job that is suspended before it runs", "streamed-input", drop(4), [`9 state ${jobs}/transitions/pending`]],
  ["a status that is none", "successful-workflow", change(8, { status: "exploded" }), [`8 state ${jobs}/transitions`]],
  [
    "the update of a job that nobody knows",
    "successful-workflow",
    after(2, server({ type: "job_update", status: "running", job_id: "job-9" })),
    ["3 stream /x-wirepact/streams/0/key"],
  ],
  [
    "progress of a job after its end",
    "successful-workflow",
    after(8, server({ type: "node_update", node_id: "n", node_name: "N", status: "running", job_id: "job-123" })),
    ["9 stream /x-wirepact/streams/0/key"],
  ],
  [
    "a job that is followed again after its end",
    "successful-workflow",
    after(
      8,
      client({ command: "reconnect_job", data: { job_id: "job-123" } }),
      server({ message: "Reconnecting", job_id: "job-123" }),
      server({ type: "job_update", status: "completed", job_id: "job-123" }),
    ),
    [],
  ],
  [
    "progress of a thread after its end",
    "chat-with-streaming",
    after(5, server({ type: "message", role: "assistant", content: "", thread_id: "thread-123" })),
    ["6 stream /x-wirepact/streams/2/key"],
  ],
  ["no answer to set_mode", "text-mode", drop(2), ["1 unanswered /operations/receive-set_mode/reply"]],
  [
    "set_mode answered in the old mode",
    "text-mode",
    travelling("msgpack", "msgpack"),
    ["2 encoding /x-wirepact/encodings/switch"],
  ],
  ["set_mode answered in the new mode", "text-mode", travelling("msgpack", "json"), []],
  ["a frame of the client in either encoding", "job-status", travelling("json", "msgpack", "msgpack", "msgpack"), []],
  [
    "the server in text without being asked",
    "job-status",
    travelling("msgpack", "json", "msgpack", "msgpack"),
    ["2 encoding /x-wirepact/encodings/switch"],
  ],
  [
    "a refused set_mode changes nothing",
    "text-mode",
    (steps) =>
      [...steps.slice(0, 1), server({ error: "no" }), client({ type: "ping" }), server({ type: "pong", ts: 1 })].map(
        (step, index) => ({ ...step, encoding: index === 3 ? "json" : "msgpack" }),
      ),
    ["4 encoding /x-wirepact/encodings/switch"],
  ],
  [
    "a tool's result that nobody asked for",
    "client-tools",
    change(5, { tool_call_id: "tc-9" }),
    ["5 reply-fields /operations/send-tool_call_update/reply", "4 unanswered /operations/send-tool_call_update/reply"],
  ],
  ["no pong of the server", "heartbeat", drop(2), ["1 unanswered /operations/receive-ping/reply"]],
  ["no pong of the client", "heartbeat", drop(4), ["3 unanswered /operations/send-ping/reply"]],
  [
    "an acknowledgement that forgets its job",
    "streamed-input",
    change(6, { job_id: undefined }),
    ["6 reply-fields /operations/receive-stream_input/reply"],
  ],
  [
    "the status of another job",
    "streamed-input",
    change(12, { job_id: "job-9" }),
    ["12 reply-fields /operations/receive-get_status/reply", "11 unanswered /operations/receive-get_status/reply"],
  ],
];
