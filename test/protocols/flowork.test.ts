import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { testRules } from "../support/rules.ts";
import { shippedContract } from "../support/shipped.ts";

const auth = { address: "0xa", message: "m", signature: "0xs" };

/** A client's frame. */
function sent(type: string, fields: object = {}) {
  return { auth, payload: { type, ...fields } };
}

const trigger = { id: "node-1" };
const drive = { name: "data", path: "/data", type: "drive" };
const file = { name: "a.csv", path: "/data/a.csv", type: "file" };
const history = { type: "connection_history_response", job_id: "j", connection_id: "c" };
const log = { type: "log", level: "INFO", source: "Executor", message: "started" };
const metric = { type: "NODE_EXECUTION_METRIC", node_id: "n", status: "RUNNING", timestamp: 1.5 };
const load = { engineId: "e", isBusy: false, cpuPercent: 12.5, memoryPercent: 40 };
const approval = { type: "MANUAL_APPROVAL_REQUESTED", module_id: "m", message: "Go on?" };

testRules("flowork", createFrameReader(await shippedContract("flowork")), {
  "client frames are { auth, payload }, auth is three strings": {
    from: "client",
    fine: [sent("request_drives"), { auth: { ...auth, chain: 1 }, payload: { type: "request_drives" } }],
    wrong: [
      [{ type: "request_drives" }, "/payload required"],
      [{ payload: { type: "request_drives" } }, "/auth required"],
      [{ auth: { ...auth, address: 1 }, payload: { type: "request_drives" } }, "/auth/address type"],
      [{ auth: { message: "m" }, payload: { type: "request_drives" } }, "/auth/signature required"],
    ],
  },
  "server frames are flat": { from: "server", fine: [log], wrong: [[{ auth, payload: log }, "/type required"]] },
  "a refused frame is answered by { error }, a command without a response by { status }": {
    from: "server",
    fine: [{ error: "bad signature" }, { status: "workflow started" }, { error: "failed", status: "late" }],
    wrong: [
      [{ error: null }, "/error type"],
      [{ status: 200 }, "/status type"],
      [{ message: "hello" }, "/type required"],
    ],
  },
  "the undiscriminated two are tried only on a frame without a type": {
    from: "server",
    fine: [],
    wrong: [
      [{ type: "failure", error: "bad signature" }, "/type unknown-message"],
      [{ type: null, status: "workflow started" }, "/type unknown-message"],
    ],
  },
  "neither of the two is a client's": {
    from: "client",
    fine: [],
    wrong: [
      [{ error: "bad signature" }, "top wrong-direction"],
      [{ status: "workflow started" }, "top wrong-direction"],
    ],
  },
  "job_id is required in request_connection_history": {
    from: "client",
    fine: [sent("request_connection_history", { job_id: "j", connection_id: "c" })],
    wrong: [
      [sent("request_connection_history", { connection_id: "c" }), "/payload/job_id required"],
      [sent("request_connection_history", { job_id: "j" }), "/payload/connection_id required"],
    ],
  },
  "execute_workflow requires workflow_data alone; its mode is open, its initial payload anything": {
    from: "client",
    fine: [
      sent("execute_workflow", { workflow_data: {} }),
      sent("execute_workflow", { workflow_data: {}, mode: "REPLAY", initial_payload: null, preset_name: "p", job_id: "j" }),
    ],
    wrong: [
      [sent("execute_workflow", { mode: "EXECUTE" }), "/payload/workflow_data required"],
      [sent("execute_workflow", { workflow_data: null }), "/payload/workflow_data type"],
      [sent("execute_workflow", { workflow_data: {}, mode: null }), "/payload/mode type"],
    ],
  },
  "workflow_data is an open object; nodes and connections are lists of open objects": {
    from: "client",
    fine: [
      sent("execute_workflow", { workflow_data: { nodes: [], connections: [], zoom: 2 } }),
      sent("save_preset", { name: "p", signature: "0x", workflow_data: { nodes: [trigger, {}], connections: [{ source: 1 }] } }),
    ],
    wrong: [
      [sent("execute_workflow", { workflow_data: { nodes: {} } }), "/payload/workflow_data/nodes type"],
      [sent("execute_workflow", { workflow_data: { connections: ["a"] } }), "/payload/workflow_data/connections/0 type"],
    ],
  },
  "save_preset has a signature of its own": {
    from: "client",
    fine: [sent("save_preset", { name: "p", workflow_data: {}, signature: "0xs" })],
    wrong: [[sent("save_preset", { name: "p", workflow_data: {} }), "/payload/signature required"]],
  },
  "update_variable.data is an open object of which nothing is required": {
    from: "client",
    fine: [
      sent("update_variable", { name: "v", data: {} }),
      sent("update_variable", { name: "v", data: { value: [1], is_secret: true, is_enabled: false, mode: "single", note: 1 } }),
    ],
    wrong: [
      [sent("update_variable", { name: "v" }), "/payload/data required"],
      [sent("update_variable", { name: "v", data: "x" }), "/payload/data type"],
      [sent("update_variable", { name: "v", data: { is_secret: "yes" } }), "/payload/data/is_secret type"],
      [sent("update_variable", { name: "v", data: { mode: 1 } }), "/payload/data/mode type"],
    ],
  },
  "owner_id is optional and nullable": {
    from: "client",
    fine: [
      sent("load_preset", { name: "p" }),
      sent("load_preset", { name: "p", owner_id: null }),
      sent("load_preset", { name: "p", owner_id: "0xo" }),
    ],
    wrong: [[sent("load_preset", { name: "p", owner_id: 7 }), "/payload/owner_id type"]],
  },
  "component_type is open": {
    from: "client",
    fine: [
      sent("request_components_list", { component_type: "modules" }),
      sent("request_components_list", { component_type: "x" }),
    ],
    wrong: [[sent("request_components_list"), "/payload/component_type required"]],
  },
  "a list of drives or an error, exactly one": {
    from: "server",
    fine: [
      { type: "drives_list_response", drives: [] },
      { type: "drives_list_response", drives: [{ ...drive, free: 1 }] },
      { type: "drives_list_response", error: "switched off" },
    ],
    wrong: [
      [{ type: "drives_list_response" }, "/drives required"],
      [{ type: "drives_list_response", drives: [], error: "switched off" }, "top oneOf"],
      [{ type: "drives_list_response", drives: null }, "/drives type"],
      [{ type: "drives_list_response", drives: [{ ...drive, type: "disk" }] }, "/drives/0/type const"],
      [{ type: "drives_list_response", drives: [{ name: "data", type: "drive" }] }, "/drives/0/path required"],
    ],
  },
  "a directory's items or an error, exactly one, and the path beside either": {
    from: "server",
    fine: [
      { type: "directory_list_response", path: "/data", items: [file, { ...file, type: "directory", size: 1 }] },
      { type: "directory_list_response", path: "/gone", error: "no such directory" },
    ],
    wrong: [
      [{ type: "directory_list_response", path: "/data" }, "/items required"],
      [{ type: "directory_list_response", path: "/data", items: [], error: "both" }, "top oneOf"],
      [{ type: "directory_list_response", items: [] }, "/path required"],
      [{ type: "directory_list_response", error: "no path" }, "/path required"],
      [{ type: "directory_list_response", path: "/data", items: [{ ...file, type: "link" }] }, "/items/0/type enum"],
    ],
  },
  "load_preset_response.workflow_data may be null, not absent": {
    from: "server",
    fine: [
      { type: "load_preset_response", name: "p", workflow_data: null },
      { type: "load_preset_response", name: "p", workflow_data: { nodes: [] } },
    ],
    wrong: [
      [{ type: "load_preset_response", name: "p" }, "/workflow_data required"],
      [{ type: "load_preset_response", name: "p", workflow_data: [] }, "/workflow_data type"],
    ],
  },
  "history is a list or an object": {
    from: "server",
    fine: [
      { ...history, history: [] },
      { ...history, history: [1, null, { a: 1 }] },
      { ...history, history: { a: 1 } },
    ],
    wrong: [
      [history, "/history required"],
      [{ ...history, history: null }, "/history anyOf"],
      [{ ...history, history: "none" }, "/history anyOf"],
    ],
  },
  "a timestamp is a number or a string; in log it is optional": {
    from: "server",
    fine: [log, { ...log, timestamp: 1735689600.5 }, { ...log, timestamp: "12:00" }, metric, { ...metric, timestamp: "now" }],
    wrong: [
      [{ ...log, timestamp: null }, "/timestamp type"],
      [{ type: "NODE_EXECUTION_METRIC", node_id: "n", status: "RUNNING" }, "/timestamp required"],
    ],
  },
  "cpuPercent and memoryPercent are numbers or null": {
    from: "server",
    fine: [
      { type: "engine_status_update", ...load },
      { type: "engine_status_update", ...load, cpuPercent: null, memoryPercent: null },
    ],
    wrong: [
      [{ type: "engine_status_update", ...load, cpuPercent: "12.5" }, "/cpuPercent type"],
      [{ type: "engine_status_update", engineId: "e", isBusy: true, cpuPercent: 1 }, "/memoryPercent required"],
    ],
  },
  "statuses are open; status_data requires one": {
    from: "server",
    fine: [
      { type: "workflow_status_update", job_id: "j", status_data: { status: "PAUSED", node: 1 } },
      { ...metric, status: "SKIPPED", execution_time_ms: 5 },
      { type: "CONNECTION_STATUS_UPDATE", connection_id: "c", status: "IDLE" },
    ],
    wrong: [
      [{ type: "workflow_status_update", job_id: "j", status_data: {} }, "/status_data/status required"],
      [{ type: "workflow_status_update", job_id: "j", status_data: { status: 1 } }, "/status_data/status type"],
      [{ ...metric, status: null }, "/status type"],
      [{ type: "CONNECTION_STATUS_UPDATE", connection_id: "c" }, "/status required"],
    ],
  },
  "the content of a popup is any JSON value": {
    from: "server",
    fine: [null, 0, "text", [], { data: 1 }].map((content) => ({ type: "SHOW_DEBUG_POPUP", title: "t", content })),
    wrong: [[{ type: "SHOW_DEBUG_POPUP", title: "t" }, "/content required"]],
  },
  "an event may carry user_context and workflow_context_id": {
    from: "server",
    fine: [approval, { ...approval, user_context: { id: "0xa", name: "A" }, workflow_context_id: "j" }],
    wrong: [
      [{ ...approval, user_context: {} }, "/user_context/id required"],
      [{ ...log, user_context: "0xa" }, "/user_context type"],
      [{ ...metric, workflow_context_id: null }, "/workflow_context_id type"],
    ],
  },
});
