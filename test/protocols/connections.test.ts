import { describe, expect, test } from "vitest";
import { get } from "../../generator/json.ts";
import type { Contract } from "../../generator/model/contract.ts";
import { shippedContract } from "../support/shipped.ts";

const agent = await shippedContract("agent");
const flowork = await shippedContract("flowork");
const nodetool = await shippedContract("nodetool");
const panel = await shippedContract("panel");
const terminal = await shippedContract("terminal");

/** Where and how clients connect: address, query parameters (`?` where optional), refusals in the order of the checks. */
function connectionOf({ transport, encodings, endpoint }: Contract) {
  const query = endpoint.query.map(({ name, required }) => (required ? name : `${name}?`)).join(" ");
  const { initial, text, binary } = encodings;
  return {
    transport,
    url: endpoint.url,
    query,
    refusals: endpoint.refusals.map((refusal) => ("status" in refusal ? `HTTP ${refusal.status}` : `close ${refusal.close}`)),
    encodings: { initial, text, binary },
  };
}

/** The replies of each request, its errors after a bar, and the fields in which request and reply agree. */
function repliesOf({ replies }: Contract) {
  const lines = replies.map(({ request, replies: answers, errors, match }) => {
    const fields = match.map(([ours, theirs]) => (ours === theirs ? ours : `${ours} = ${theirs}`));
    return [request, [answers.join(" "), errors.join(" "), fields.join(", ")].filter((part) => part !== "").join(" | ")];
  });
  return Object.fromEntries(lines);
}

const json = { initial: "json", text: "json", binary: null };

describe("flowork", () => {
  test("an upgrade with a missing or wrong engineId is closed with 1008", () => {
    expect(connectionOf(flowork)).toEqual({
      transport: "websocket",
      url: "wss://socket.flowork.cloud/",
      query: "engineId",
      refusals: ["close 1008"],
      encodings: json,
    });
  });

  test("replies, first in first out where no field matches", () => {
    const acknowledged = "acknowledged | refused";
    expect(repliesOf(flowork)).toEqual({
      request_drives: "drives_list_response | refused",
      request_directory_list: "directory_list_response | refused | /payload/path = /path",
      request_components_list: "components_list_response | refused | /payload/component_type = /component_type",
      request_presets_list: "presets_list_response | refused",
      load_preset: "load_preset_response | refused | /payload/name = /name",
      request_settings: "settings_response | refused",
      request_variables: "variables_response | refused",
      request_connection_history:
        "connection_history_response | refused | /payload/job_id = /job_id, /payload/connection_id = /connection_id",
      execute_workflow: acknowledged,
      stop_workflow: acknowledged,
      pause_workflow: acknowledged,
      resume_workflow: acknowledged,
      save_preset: acknowledged,
      delete_preset: acknowledged,
      save_settings: acknowledged,
      update_variable: acknowledged,
      delete_variable: acknowledged,
    });
  });

  test("stop_workflow is deprecated, and nothing else", () => {
    expect(flowork.messages.filter(({ deprecated }) => deprecated !== false).map(({ name }) => name)).toEqual(["stop_workflow"]);
  });

  test("job_id may accompany every command", () => {
    const commands = flowork.messages.filter(({ from }) => from.includes("client"));
    for (const { name, bodyType } of commands) {
      const fields = bodyType?.type.kind === "object" ? bodyType.type.fields : [];
      const jobId = fields.find((field) => field.name === "job_id");
      expect(jobId, name).toMatchObject({ required: name === "request_connection_history", type: { kind: "string" } });
    }
  });
});

describe("panel", () => {
  test("the path is checked first, then the token", () => {
    expect(connectionOf(panel)).toEqual({
      transport: "websocket",
      url: "ws://localhost:3001/panels/{id}/ws",
      query: "token?",
      refusals: ["HTTP 404", "HTTP 401"],
      encodings: json,
    });
    expect(get(get(panel.document["components"], "securitySchemes"), "token")).toMatchObject({
      in: "query",
      name: "token",
      "x-wirepact": { kind: "jwt", algorithms: ["HS256"] },
    });
  });

  test("CONNECTED comes first; state gates PATCH and events gates EVENT, both from the start", () => {
    expect(panel.session.opening).toBe("CONNECTED");
    const topics = panel.session.topics?.topics.map(({ name, messages, initial }) => `${name} ${messages.join()} ${initial}`);
    expect(topics).toEqual(["state PATCH true", "events EVENT true"]);
  });

  test("TRIGGER is answered by RESULT or ERROR, PING by PONG; only clients send PING", () => {
    expect(repliesOf(panel)).toEqual({ TRIGGER: "RESULT | ERROR | /requestId", PING: "PONG" });
    expect(panel.session.heartbeat).toEqual({ ping: "PING", pong: "PONG", from: ["client"] });
  });
});

describe("agent", () => {
  test("is Socket.IO on port 5001, without authentication", () => {
    expect(connectionOf(agent)).toEqual({
      transport: "socketio",
      url: "http://localhost:5001/",
      query: "",
      refusals: [],
      encodings: json,
    });
    expect(agent.endpoint.credentials).toEqual([]);
  });

  test("a query is followed by agent_events, then query_complete or error, then session_memory and tool_count; one at a time", () => {
    expect(agent.session.streams).toEqual([
      {
        start: "query",
        items: ["agent_event"],
        ends: [{ message: "query_complete" }, { message: "error" }],
        after: ["session_memory", "tool_count"],
        match: [["/data/session_id", "/data/session_id"]],
        concurrent: 1,
      },
    ]);
  });

  test("POST /api/session gives a session_id", () => {
    const operation = agent.session.http.find(({ name }) => name === "createSession");
    expect(operation).toMatchObject({ method: "POST", path: "/api/session", status: 200 });
    const session = agent.definitions.find(({ name }) => name === "Session");
    expect(operation).toMatchObject({ callName: "createSession", response: "Session" });
    expect(session?.schema).toMatchObject({ required: ["session_id"], properties: { session_id: { type: "string" } } });
  });
});

describe("terminal", () => {
  test("is a WebSocket on port 8001 with an optional user_id, confirmed by connection_established", () => {
    expect(connectionOf(terminal)).toEqual({
      transport: "websocket",
      url: "ws://localhost:8001/ws",
      query: "user_id?",
      refusals: [],
      encodings: json,
    });
    expect(terminal.session.opening).toBe("connection_established");
  });

  test("one reply per request, in order per sessionId; error answers any of them", () => {
    expect(repliesOf(terminal)).toEqual({
      execute_code: "execution_result | error | /sessionId",
      terminal_command: "terminal_output | error | /sessionId",
      save_file: "save_result | error | /sessionId",
    });
  });
});

describe("nodetool", () => {
  test("starts in MessagePack and reads JSON text; a refusal closes with 1008", () => {
    expect(connectionOf(nodetool)).toEqual({
      transport: "websocket",
      url: "ws://localhost/ws",
      query: "api_key?",
      refusals: ["close 1008"],
      encodings: { initial: "msgpack", text: "json", binary: "msgpack" },
    });
    expect(nodetool.endpoint.credentials.map(({ name }) => name)).toEqual(["token", "api_key"]);
  });

  test("set_mode switches between the two", () => {
    expect(nodetool.encodings.switch).toEqual({
      message: "set_mode",
      pointer: "/data/mode",
      values: { binary: "msgpack", text: "json" },
    });
  });

  test("either side may send ping, and pong tells the time", () => {
    expect(nodetool.session.heartbeat).toEqual({ ping: "ping", pong: "pong", from: ["client", "server"], time: "/ts" });
  });

  test("commands are acknowledged, get_status is answered by a status or by all active jobs", () => {
    const acknowledged = "acknowledgement | validation_error";
    expect(repliesOf(nodetool)).toEqual({
      run_job: acknowledged,
      reconnect_job: `${acknowledged} | /data/job_id = /job_id`,
      cancel_job: `${acknowledged} | /data/job_id = /job_id`,
      get_status: "job_status active_jobs | validation_error | /data/job_id = /job_id",
      stream_input: `${acknowledged} | /data/job_id = /job_id`,
      end_input_stream: `${acknowledged} | /data/job_id = /job_id`,
      chat_message: `${acknowledged} | /data/thread_id = /thread_id`,
      stop: acknowledged,
      set_mode: acknowledged,
      clear_models: acknowledged,
      tool_call_update: "tool_result | /tool_call_id",
      ping: "pong",
    });
  });

  test("completed, failed, error and cancelled are terminal; suspended is resumable", () => {
    expect(nodetool.session.machines[0]).toMatchObject({
      name: "job",
      message: "job_update",
      key: "/job_id",
      state: "/status",
      transitions: [
        ["pending", ["running", "cancelled", "failed", "error"]],
        ["running", ["running", "completed", "failed", "error", "cancelled", "suspended"]],
        ["suspended", ["running"]],
        ["completed", []],
        ["failed", []],
        ["error", []],
        ["cancelled", []],
      ],
    });
  });

  test("run_job is ended by a terminal job_update, chat_message by the assistant's message or an error", () => {
    const ends = nodetool.session.streams.map(({ start, ends }) => [start, ends]);
    const where = { pointer: "/status", values: ["completed", "failed", "error", "cancelled"] };
    const terminalUpdate = { message: "job_update", where };
    expect(Object.fromEntries(ends)).toEqual({
      run_job: [terminalUpdate],
      reconnect_job: [terminalUpdate],
      chat_message: [{ message: "message", where: { pointer: "/role", values: ["assistant"] } }, { message: "error" }],
    });
    expect(nodetool.session.streams.map(({ key }) => key)).toEqual(["/job_id", "/job_id", "/thread_id"]);
  });

  test("the raw form of a binary_update is a codec of its own", () => {
    expect(nodetool.session.codecs.find(({ name }) => name === "binary_update")?.layout).toEqual([
      { name: "node_id", kind: "text" },
      { name: "output_name", kind: "text" },
      { name: "binary", kind: "bytes" },
    ]);
  });
});
