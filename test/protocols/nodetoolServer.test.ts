import { describe, expect, test } from "vitest";
import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { typesOf } from "../support/derive/jsonTypes.ts";
import { createPlaces } from "../support/derive/places.ts";
import { setAt } from "../support/derive/pointers.ts";
import { wholeFrames } from "../support/fixtureFrames.ts";
import { testRules } from "../support/rules.ts";
import { byName, shippedContract } from "../support/shipped.ts";
import { verdictOf } from "../support/verdict.ts";

const contract = await shippedContract("nodetool");
const reader = createFrameReader(contract);

const bytes = Uint8Array.of(0, 1, 255);
const output = { type: "output_update", node_id: "n", output_name: "o", output_type: "string", value: "v" };
const binary = { type: "binary_update", node_id: "n", output_name: "o" };
const task = { type: "task_update", event: "task_created" };
const log = { type: "log_update", node_id: "n", node_name: "N", content: "c", severity: "info" };
const message = { type: "message", role: "assistant", content: "c" };
const runState = { status: "suspended", is_resumable: true };
const job = { type: "job_update", status: "running" };
const step = { type: "step_result", step: {}, result: null, is_task_result: false };

testRules("nodetool", reader, {
  "the status of a job is open": {
    from: "server",
    fine: [...["pending", "suspended", "queued"].map((status) => ({ ...job, status })), { ...job, run_state: runState }],
    wrong: [
      [{ type: "job_update", job_id: "j" }, "/status required"],
      [{ ...job, status: null }, "/status type"],
      [{ ...job, result: "done" }, "/result type"],
      [{ ...job, run_state: { status: "suspended" } }, "/run_state/is_resumable required"],
      [{ ...job, run_state: { is_resumable: true } }, "/run_state/status required"],
    ],
  },
  "node_type of node_update is optional; its status is open": {
    from: "server",
    fine: [
      { type: "node_update", node_id: "n", node_name: "N", status: "bypassed" },
      { type: "node_update", node_id: "n", node_name: "N", node_type: "t", status: "running", properties: {} },
    ],
    wrong: [[{ type: "node_update", node_id: "n", status: "running" }, "/node_name required"]],
  },
  "node_name of output_update is optional; its output type is open": {
    from: "server",
    fine: [output, { ...output, node_name: "N", output_type: "3d" }, { ...output, value: null }],
    wrong: [
      [{ ...output, output_type: null }, "/output_type type"],
      [{ type: "output_update", node_id: "n", output_name: "o", output_type: "string" }, "/value required"],
    ],
  },
  "the value of output_update may hold bytes anywhere, in MessagePack": {
    from: "server",
    encoding: "msgpack",
    fine: [
      { ...output, value: bytes },
      { ...output, value: { type: "image", data: bytes } },
      { ...output, value: [{ data: [bytes] }] },
    ],
  },
  "binary_update has base64 in JSON": {
    from: "server",
    fine: [
      { ...binary, binary: "" },
      { ...binary, binary: "AAH/" },
      { ...binary, binary: "AA==" },
    ],
    wrong: [
      [binary, "/binary required"],
      [{ ...binary, binary: "AAH_" }, "/binary bytes"],
      [{ ...binary, binary: "A" }, "/binary bytes"],
      [{ ...binary, binary: "AAH/ " }, "/binary bytes"],
      [{ ...binary, binary: [0, 1, 255] }, "/binary bytes"],
    ],
  },
  "binary_update has bytes in MessagePack, and no string": {
    from: "server",
    encoding: "msgpack",
    fine: [
      { ...binary, binary: bytes },
      { ...binary, binary: new Uint8Array() },
    ],
    wrong: [
      [{ ...binary, binary: "AAH/" }, "/binary bytes"],
      [{ ...binary, binary: [0, 1] }, "/binary bytes"],
      [{ ...binary, binary: null }, "/binary bytes"],
    ],
  },
  "the severity of logs and notifications is closed": {
    from: "server",
    fine: ["info", "warning", "error"].map((severity) => ({ ...log, severity })),
    wrong: [
      [{ ...log, severity: "debug" }, "/severity enum"],
      [{ type: "notification", node_id: "n", content: "c", severity: "fatal" }, "/severity enum"],
      [{ type: "notification", node_id: "n", content: "c" }, "/severity required"],
    ],
  },
  "the content type of a chunk is closed; only done is required": {
    from: "server",
    fine: [
      { type: "chunk", done: true },
      { type: "chunk", done: false, content_type: "document" },
      { type: "chunk", done: false, content_type: null },
    ],
    wrong: [
      [{ type: "chunk", content: "c" }, "/done required"],
      [{ type: "chunk", done: false, content_type: "markdown" }, "/content_type enum"],
    ],
  },
  "one of task and step is present in task_update; null is not": {
    from: "server",
    fine: [
      { ...task, task: {} },
      { ...task, step: {} },
      { ...task, task: null, step: {}, event: "step_skipped" },
      { ...task, task: {}, step: null },
    ],
    wrong: [
      [task, "/task required"],
      [{ ...task, task: null }, "/task type"],
      [{ ...task, task: null, step: null }, "/step type"],
      [{ type: "task_update", task: {} }, "/event required"],
    ],
  },
  "Task and Step are open objects that require nothing": {
    from: "server",
    fine: [
      { ...task, task: { id: "t", title: "T", description: "d", steps: [{}, { id: "s", note: 1 }], more: 1 } },
      { ...task, step: { id: "s", instructions: "i", completed: false, start_time: 0, end_time: 0, depends_on: [], logs: [{}] } },
      { ...step, result: [1], error: "e" },
    ],
    wrong: [
      [{ ...task, task: { steps: {} } }, "/task/steps type"],
      [{ ...task, task: { steps: [{ completed: "yes" }] } }, "/task/steps/0/completed type"],
      [{ ...task, step: { depends_on: [1] } }, "/step/depends_on/0 type"],
      [{ ...step, step: null }, "/step type"],
    ],
  },
  "of a Prediction only id and status are required; it is open": {
    from: "server",
    fine: [
      { type: "prediction", id: "p", status: "completed" },
      { type: "prediction", id: "p", status: "failed", cost: 0.1, data: [1], user_id: null, more: 1 },
    ],
    wrong: [
      [{ type: "prediction", status: "completed" }, "/id required"],
      [{ type: "prediction", id: "p" }, "/status required"],
      [{ type: "prediction", id: "p", status: "completed", cost: "0.1" }, "/cost type"],
    ],
  },
  "of a Message role and content are required; role is open, content a text, an object or a list of parts": {
    from: "server",
    fine: [
      message,
      { ...message, role: "critic", content: {} },
      { ...message, content: [{ type: "text" }], tool_calls: [{}], more: 1 },
    ],
    wrong: [
      [{ type: "message", content: "c" }, "/role required"],
      [{ type: "message", role: "assistant" }, "/content required"],
      [{ ...message, content: 7 }, "/content anyOf"],
      [{ ...message, content: ["text"] }, "/content/0 type"],
    ],
  },
  "answers without a type are told by their fields, the first of error, status, active_jobs and message": {
    from: "server",
    fine: [
      { error: "job_id is required" },
      { error: "Job not found", job_id: "j", message: "m" },
      { status: "running", job_id: "j", workflow_id: "w" },
      { active_jobs: [{ job_id: "j", workflow_id: "w", status: "queued" }] },
      { message: "Mode set to text" },
      { message: "Job started", job_id: null, workflow_id: "w", thread_id: null },
    ],
    wrong: [
      [{ status: "running" }, "/type required"],
      [{ active_jobs: [{ job_id: "j", status: "running" }] }, "/active_jobs/0/workflow_id required"],
      [{ message: 1 }, "/message type"],
      [{ type: "unheard", message: "m" }, "/type unknown-message"],
    ],
  },
  "either side sends ping, and the other answers pong with the seconds": {
    from: "server",
    fine: [{ type: "ping" }, { type: "pong", ts: 1703936000.123 }],
    wrong: [
      [{ type: "pong" }, "/ts required"],
      [{ type: "pong", ts: "now" }, "/ts type"],
    ],
  },
});

describe("nodetool: an optional field of a server message may be null, which means absent", () => {
  const placesOf = createPlaces(contract.document);
  const ofServer = contract.messages.filter(({ from }) => from.includes("server"));

  test.each(byName(ofServer))("%s", (name, each) => {
    for (const frame of wholeFrames(contract, each)) {
      const optional = placesOf(each.frame, frame).filter(({ path, required }) => !required && /[^*}]$/.test(path));
      for (const { pointer, schema } of optional) {
        expect(typesOf(contract.document, schema), pointer).toContain("null");
        const isTold = name === "task_update" && /^.(task|step)$/.test(pointer);
        if (!isTold) expect(verdictOf(reader.server(setAt(frame, pointer, null))), pointer).toEqual([`ok ${name}`]);
      }
    }
  });
});
