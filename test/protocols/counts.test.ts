import { describe, expect, test } from "vitest";
import type { Contract } from "../../generator/model/contract.ts";
import { byName, byProtocol, shippedContracts } from "../support/shipped.ts";

/** Every message of the five documents: by whom it is sent, and how it is told. */
const MESSAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  flowork: {
    "the client's, in the envelope": `execute_workflow request_drives request_directory_list stop_workflow pause_workflow
      resume_workflow request_components_list request_presets_list load_preset save_preset delete_preset request_settings
      save_settings request_variables update_variable delete_variable request_connection_history`,
    "the server's, by type": `engine_status_update drives_list_response directory_list_response components_list_response
      presets_list_response load_preset_response settings_response variables_response connection_history_response log
      workflow_status_update NODE_EXECUTION_METRIC CONNECTION_STATUS_UPDATE SHOW_DEBUG_POPUP MANUAL_APPROVAL_REQUESTED`,
    "the server's, undiscriminated": "refused acknowledged",
  },
  panel: {
    "the client's, by type": "TRIGGER SUBSCRIBE UNSUBSCRIBE PING",
    "the server's, by type": "CONNECTED RESULT PATCH EVENT PONG ERROR",
  },
  agent: {
    "the client's event": "query",
    "the server's events": "connected tool_count agent_event query_complete session_memory error",
    "the connection's life": "connect disconnect",
  },
  terminal: {
    "the client's, by type": "execute_code terminal_command save_file",
    "the server's, by type": "connection_established execution_result terminal_output save_result error",
  },
  nodetool: {
    "the client's commands": `run_job reconnect_job cancel_job get_status stream_input end_input_stream chat_message stop
      set_mode clear_models`,
    "the client's, by type": "client_tools_manifest tool_result",
    "in both directions": "ping pong",
    "the server's, by type": `job_update node_update node_progress edge_update output_update preview_update save_update
      binary_update chunk prediction tool_call_update tool_result_update task_update planning_update step_result log_update
      notification message error`,
    "the server's, undiscriminated": "validation_error job_status active_jobs acknowledgement",
  },
};

/** How many messages each side has under a name of their own, and how many are undiscriminated or raised by the transport. */
const COUNTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  flowork: { client: 17, server: 15, undiscriminated: 2, lifecycle: 0, all: 34 },
  panel: { client: 4, server: 6, undiscriminated: 0, lifecycle: 0, all: 10 },
  agent: { client: 1, server: 6, undiscriminated: 0, lifecycle: 2, all: 9 },
  terminal: { client: 3, server: 5, undiscriminated: 0, lifecycle: 0, all: 8 },
  nodetool: { client: 14, server: 21, undiscriminated: 4, lifecycle: 0, all: 33 + 4 },
};

/** Which of the groups above a message belongs to. */
function groupOf({ from, match }: Contract["messages"][number]): string {
  if (from.length > 1) return "in both directions";
  const owner = `the ${from[0]}'s`;
  if (match.kind === "shape") return `${owner}, undiscriminated`;
  if (match.kind === "lifecycle") return "the connection's life";
  switch (match.pointer) {
    case "/event":
      return `${owner} event${from[0] === "client" ? "" : "s"}`;
    case "/command":
      return `${owner} commands`;
    case "/payload/type":
      return `${owner}, in the envelope`;
    default:
      return `${owner}, by type`;
  }
}

describe.each(byProtocol(await shippedContracts()))("%s", (protocol, contract) => {
  test("has as many messages as its document", () => {
    const named = contract.messages.filter(({ match }) => match.kind === "constant");
    const kinds = contract.messages.map(({ match }) => match.kind);
    expect({
      client: named.filter(({ from }) => from.includes("client")).length,
      server: named.filter(({ from }) => from.includes("server")).length,
      undiscriminated: kinds.filter((kind) => kind === "shape").length,
      lifecycle: kinds.filter((kind) => kind === "lifecycle").length,
      all: contract.messages.length,
    }).toEqual(COUNTS[protocol]);
  });

  test("has exactly the messages of its document", () => {
    const found: Record<string, string[]> = {};
    for (const message of contract.messages) {
      const group = groupOf(message);
      found[group] = [...(found[group] ?? []), message.name];
    }
    const documented = Object.entries(MESSAGES[protocol] ?? {}).map(([group, names]) => [group, names.split(/\s+/).sort()]);
    const sorted = Object.entries(found).map(([group, names]) => [group, names.sort()]);
    expect(Object.fromEntries(sorted)).toEqual(Object.fromEntries(documented));
  });

  test.each(byName(contract.messages))("%s has a description, the document's line and an example", (_name, message) => {
    expect(message.description).toMatch(/^[A-Z].{10,}[.]$/s);
    expect(message.source).toMatch(new RegExp(`^${protocol}\\.md:\\d+$`));
    expect(message.examples.length).toBeGreaterThan(0);
  });

  test("every named schema has a description", () => {
    expect(contract.definitions.filter(({ description }) => description === "").map(({ name }) => name)).toEqual([]);
  });

  test("every note and scenario has the document's line", () => {
    const scenarios = contract.session.scenarios.map(({ source }) => source);
    const sources = [...contract.notes.map(({ source }) => source), ...scenarios];
    expect(sources.length).toBeGreaterThan(8);
    for (const source of sources) expect(source).toMatch(new RegExp(`^${protocol}\\.md:\\d+$`));
  });
});
