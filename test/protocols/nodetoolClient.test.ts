import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { testRules } from "../support/rules.ts";
import { shippedContract } from "../support/shipped.ts";

/** A client's command. */
function command(name: string, data: object = {}) {
  return { command: name, data };
}

const manifest = { type: "client_tools_manifest" };
const tool = { name: "t", description: "d", parameters: {} };
const result = { type: "tool_result", tool_call_id: "c", result: {}, ok: true };

testRules("nodetool", createFrameReader(await shippedContract("nodetool")), {
  "a command is { command, data }; a control frame is { type, ... }": {
    from: "client",
    fine: [command("get_status"), { type: "ping" }, { type: "pong", ts: 1703936000.123 }],
    wrong: [
      [{ type: "get_status", data: {} }, "/type unknown-message"],
      [command("ping"), "/command unknown-message"],
      [{ command: "cancel_job", job_id: "j" }, "/data required"],
      [{ data: { job_id: "j" } }, "/command required"],
    ],
  },
  "an unknown command is unknown, even beside the type of a message that another side sends, or both": {
    from: "client",
    fine: [],
    wrong: [
      [{ command: "run", data: {}, type: "ping" }, "/command unknown-message"],
      [{ command: "run", data: {}, type: "job_update" }, "/command unknown-message"],
    ],
  },
  "run_job requires workflow_id unless graph is an object; graph may be null": {
    from: "client",
    fine: [
      command("run_job", { workflow_id: "w" }),
      command("run_job", { workflow_id: "w", graph: null }),
      command("run_job", { graph: {} }),
      command("run_job", { graph: { nodes: [] }, workflow_id: "w", params: {}, job_type: "workflow", explicit_types: true }),
    ],
    wrong: [
      [command("run_job"), "/data/workflow_id required"],
      [command("run_job", { graph: null }), "/data/workflow_id required"],
      [command("run_job", { graph: [] }), "/data/graph type"],
      [command("run_job", { workflow_id: null }), "/data/workflow_id type"],
      [command("run_job", { workflow_id: "w", graph: "g" }), "/data/graph type"],
      [command("run_job", { workflow_id: "w", params: [] }), "/data/params type"],
      [command("run_job", { workflow_id: "w", params: null }), "/data/params type"],
    ],
  },
  "job_id is required in reconnect_job, cancel_job, stream_input and end_input_stream": {
    from: "client",
    fine: [
      command("reconnect_job", { job_id: "j" }),
      command("reconnect_job", { job_id: "j", workflow_id: "w" }),
      command("cancel_job", { job_id: "j" }),
      command("stream_input", { job_id: "j", input: "i", value: null }),
      command("end_input_stream", { job_id: "j", input: "i" }),
    ],
    wrong: [
      [command("reconnect_job", { workflow_id: "w" }), "/data/job_id required"],
      [command("cancel_job"), "/data/job_id required"],
      [command("cancel_job", { job_id: null }), "/data/job_id type"],
      [command("stream_input", { input: "i", value: 1 }), "/data/job_id required"],
      [command("end_input_stream", { input: "i" }), "/data/job_id required"],
    ],
  },
  "stream_input requires input and value; handle is optional": {
    from: "client",
    fine: ["text", 0, false, [1], { type: "chunk" }].map((value) =>
      command("stream_input", { job_id: "j", input: "i", value, handle: "h" }),
    ),
    wrong: [
      [command("stream_input", { job_id: "j", value: 1 }), "/data/input required"],
      [command("stream_input", { job_id: "j", input: "i" }), "/data/value required"],
      [command("stream_input", { job_id: "j", input: "i", value: 1, handle: null }), "/data/handle type"],
      [command("end_input_stream", { job_id: "j" }), "/data/input required"],
    ],
  },
  "get_status may name a job, or none": {
    from: "client",
    fine: [command("get_status"), command("get_status", { job_id: "j" })],
    wrong: [
      [command("get_status", { job_id: 1 }), "/data/job_id type"],
      [{ command: "get_status" }, "/data required"],
    ],
  },
  "chat_message requires thread_id and content; role is optional and open": {
    from: "client",
    fine: [
      command("chat_message", { thread_id: "t", content: "" }),
      command("chat_message", { thread_id: "t", content: { text: "a" }, role: "critic" }),
      command("chat_message", { thread_id: "t", content: [{ type: "text" }], tools: [], collections: ["c"], agent_mode: true }),
    ],
    wrong: [
      [command("chat_message", { content: "c" }), "/data/thread_id required"],
      [command("chat_message", { thread_id: "t" }), "/data/content required"],
      [command("chat_message", { thread_id: "t", content: null }), "/data/content anyOf"],
      [command("chat_message", { thread_id: "t", content: ["a"] }), "/data/content/0 type"],
      [command("chat_message", { thread_id: "t", content: "c", role: 1 }), "/data/role type"],
      [command("chat_message", { thread_id: "t", content: "c", tools: "web_search" }), "/data/tools type"],
    ],
  },
  "stop requires job_id, thread_id or both": {
    from: "client",
    fine: [
      command("stop", { job_id: "j" }),
      command("stop", { thread_id: "t" }),
      command("stop", { job_id: "j", thread_id: "t" }),
    ],
    wrong: [
      [command("stop"), "/data/job_id required"],
      [command("stop"), "/data/thread_id required"],
      [command("stop", { job_id: null }), "/data/job_id type"],
      [command("stop", { job_id: "j", thread_id: null }), "/data/thread_id type"],
    ],
  },
  "set_mode takes binary or text": {
    from: "client",
    fine: [command("set_mode", { mode: "binary" }), command("set_mode", { mode: "text" })],
    wrong: [
      [command("set_mode", { mode: "json" }), "/data/mode enum"],
      [command("set_mode"), "/data/mode required"],
    ],
  },
  "clear_models needs nothing, and its data is an object all the same": {
    from: "client",
    fine: [command("clear_models")],
    wrong: [
      [{ command: "clear_models" }, "/data required"],
      [{ command: "clear_models", data: null }, "/data type"],
    ],
  },
  "tool_result requires tool_call_id, result and ok; error is optional": {
    from: "client",
    fine: [result, { ...result, result: { hits: 3 }, ok: false, error: "e" }],
    wrong: [
      [{ type: "tool_result", result: {}, ok: true }, "/tool_call_id required"],
      [{ type: "tool_result", tool_call_id: "c", ok: true }, "/result required"],
      [{ type: "tool_result", tool_call_id: "c", result: {} }, "/ok required"],
      [{ ...result, error: null }, "/error type"],
      [{ ...result, result: "text" }, "/result type"],
    ],
  },
  "the manifest lists tools with name, description and parameters": {
    from: "client",
    fine: [
      { ...manifest, tools: [] },
      { ...manifest, tools: [tool, { ...tool, strict: true }] },
    ],
    wrong: [
      [manifest, "/tools required"],
      [{ ...manifest, tools: [tool, { name: "t", description: "d" }] }, "/tools/1/parameters required"],
      [{ ...manifest, tools: [{ ...tool, parameters: [] }] }, "/tools/0/parameters type"],
    ],
  },
  "an undiscriminated answer is the server's": {
    from: "client",
    fine: [],
    wrong: [
      [{ error: "job_id is required" }, "top wrong-direction"],
      [{ message: "Job started" }, "top wrong-direction"],
      [{ active_jobs: [] }, "top wrong-direction"],
    ],
  },
});
