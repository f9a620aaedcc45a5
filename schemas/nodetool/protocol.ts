import {
  bearer,
  byFieldAround,
  byShape,
  byType,
  errorMessage,
  heartbeat,
  keyInQuery,
  machine,
  msgpackOrJson,
  protocol,
  reply,
  stream,
  switchedBy,
  Type,
  timed,
  websocket,
} from "wirepact/define";
import { planning_update, step_result, task_update, tool_call_update, tool_result_update } from "./agents.ts";
import { chunk, message } from "./chat.ts";
import {
  cancel_job,
  chat_message,
  clear_models,
  end_input_stream,
  get_status,
  reconnect_job,
  run_job,
  set_mode,
  stop,
  stream_input,
} from "./commands.ts";
import { client_tools_manifest, ping, pong, tool_result } from "./control.ts";
import { edge_update, job_update, node_progress, node_update } from "./jobs.ts";
import { error, log_update, notification } from "./logs.ts";
import { notes } from "./notes.ts";
import { binary_update, output_update, prediction, preview_update, save_update } from "./outputs.ts";
import { scenarios } from "./scenarios.ts";
import { acknowledgement, active_jobs, job_status, validation_error } from "./undiscriminated.ts";

const agentUpdates = { tool_call_update, tool_result_update, task_update, planning_update, step_result };

const runUpdates = {
  job_update,
  node_update,
  node_progress,
  edge_update,
  output_update,
  preview_update,
  save_update,
  binary_update,
  chunk,
  prediction,
  ...agentUpdates,
  log_update,
  notification,
};

/** The statuses in which a job stays. */
const ended = ["completed", "failed", "error", "cancelled"];

export default protocol("nodetool", {
  title: "NodeTool",
  version: "1.0.0",
  description: "Runs workflows and chats with models: commands in, and out what jobs, nodes, agents and chats do meanwhile.",
  endpoint: websocket("/ws", {
    query: { api_key: Type.Optional(Type.String({ description: "The token, for clients that cannot set headers." })) },
    refusals: [{ close: 1008, when: "authentication is on, and the token is missing or invalid" }],
    credentials: {
      token: bearer("Token in the Authorization header; only where the deployment has authentication on."),
      api_key: keyInQuery("api_key", "The same token in the query, for clients that cannot set headers."),
    },
    settings: ["Host and port.", "Whether clients have to authenticate, and who verifies their tokens."],
  }),
  encodings: switchedBy(msgpackOrJson("msgpack"), set_mode, "/data/mode", { binary: "msgpack", text: "json" }),
  client: [
    byFieldAround("command", "data", {
      run_job,
      reconnect_job,
      cancel_job,
      get_status,
      stream_input,
      end_input_stream,
      chat_message,
      stop,
      set_mode,
      clear_models,
    }),
    byType({ ping, pong, client_tools_manifest, tool_result }),
  ],
  server: [
    byType({ ...runUpdates, message, error, ping, pong }),
    byShape({ job_status, validation_error, active_jobs, acknowledgement }),
  ],
  replies: [
    reply(run_job).with(acknowledgement).orError(validation_error),
    reply(reconnect_job).with(acknowledgement).orError(validation_error).matching("/data/job_id", "/job_id"),
    reply(cancel_job).with(acknowledgement).orError(validation_error).matching("/data/job_id", "/job_id"),
    reply(get_status).with(job_status, active_jobs).orError(validation_error).matching("/data/job_id", "/job_id"),
    reply(stream_input).with(acknowledgement).orError(validation_error).matching("/data/job_id", "/job_id"),
    reply(end_input_stream).with(acknowledgement).orError(validation_error).matching("/data/job_id", "/job_id"),
    reply(chat_message).with(acknowledgement).orError(validation_error).matching("/data/thread_id", "/thread_id"),
    reply(stop).with(acknowledgement).orError(validation_error),
    reply(set_mode).with(acknowledgement).orError(validation_error),
    reply(clear_models).with(acknowledgement).orError(validation_error),
    reply(tool_call_update).with(tool_result).matching("tool_call_id"),
    reply(ping).with(pong),
  ],
  streams: [
    stream(run_job)
      .of(...Object.values(runUpdates), error)
      .until(job_update, "status", ended)
      .named("job_id"),
    stream(reconnect_job)
      .of(...Object.values(runUpdates), error)
      .until(job_update, "status", ended)
      .matching("/data/job_id", "/job_id")
      .named("job_id"),
    stream(chat_message)
      .of(chunk, ...Object.values(agentUpdates), message)
      .until(message, "role", ["assistant"])
      .until(error)
      .matching("/data/thread_id", "/thread_id")
      .named("thread_id"),
  ],
  machines: {
    job: machine({
      description: "A job from the queue to its end.",
      source: "nodetool.md:617",
      message: job_update,
      key: "job_id",
      state: "status",
      initial: ["pending", "running", "failed", "error", "cancelled"],
      transitions: {
        pending: ["running", "cancelled", "failed", "error"],
        running: ["running", "completed", "failed", "error", "cancelled", "suspended"],
        suspended: ["running"],
        completed: [],
        failed: [],
        error: [],
        cancelled: [],
      },
    }),
  },
  errors: errorMessage(validation_error, "error"),
  heartbeat: timed(heartbeat(ping, pong, "client", "server"), "ts"),
  codecs: {
    binary_update: {
      description: "A binary_update as bare bytes, outside of the socket: both names end with a NUL, then come the bytes.",
      source: "nodetool.md:187",
      layout: [
        { name: "node_id", kind: "text" },
        { name: "output_name", kind: "text" },
        { name: "binary", kind: "bytes" },
      ],
    },
  },
  scenarios,
  notes,
});
