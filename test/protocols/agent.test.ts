import { describe, expect, test } from "vitest";
import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { testRules } from "../support/rules.ts";
import { shippedContract } from "../support/shipped.ts";

const contract = await shippedContract("agent");

/** An event with its data. */
function emitted(event: string, data: unknown) {
  return { event, data };
}

/** An agent_event of one type. */
function progress(event_type: string, data: unknown = {}) {
  return emitted("agent_event", { event_type, data });
}

/** Each event type that counts, and where. */
const COUNTED: readonly (readonly [type: string, field: string, others: object])[] = [
  ["orphans_cleaned", "count", {}],
  ["multi_tool_workflow", "num_tasks", {}],
  ["workflow_start", "total_steps", { tasks: [] }],
  ["workflow_step", "total", { step: 1, task: "t" }],
  ["workflow_complete", "total_steps", { tool_sequence: [] }],
  ["pattern_step", "total", { step: 1, tool_name: "t" }],
];

/** Each event type that names a step by its number, and where. */
const NUMBERED: readonly (readonly [type: string, field: string, others: object])[] = [
  ["workflow_step", "step", { total: 3, task: "t" }],
  ["workflow_step_needs_synthesis", "step", {}],
  ["workflow_step_synthesizing", "step", { task: "t" }],
  ["workflow_needs_synthesis", "step_failed", {}],
  ["pattern_step", "step", { total: 3, tool_name: "t" }],
];

const SIMILAR = ["tool_found", "workflow_step_tool_found"];

const metadata = { tool_name: "t", synthesized: false, tool_result: "" };
const complete = { success: true, response: "r", metadata, session_id: "s" };
const turn = { role: "user", content: "c", message_index: 0, created_at: "2025-01-01T12:00:00Z" };

/** A session's memory of one turn. */
function remembered(fields: object) {
  return emitted("session_memory", { session_id: "s", messages: [{ ...turn, ...fields }] });
}

testRules("agent", createFrameReader(contract), {
  "a query has a prompt and a session, which need not be a UUID": {
    from: "client",
    fine: [emitted("query", { prompt: "p", session_id: "session-123" })],
    wrong: [
      [emitted("query", { session_id: "s" }), "/data/prompt required"],
      [emitted("query", { prompt: "p" }), "/data/session_id required"],
      [{ event: "query" }, "/data required"],
      [emitted("query", "p"), "/data type"],
    ],
  },
  "connect has the documented payload, or none": {
    from: "server",
    fine: [{ event: "connect" }, emitted("connect", { data: "Connected to agent" })],
    wrong: [
      [emitted("connect", {}), "/data/data required"],
      [emitted("connect", null), "/data type"],
    ],
  },
  "disconnect has a reason, or nothing": {
    from: "server",
    fine: [{ event: "disconnect" }, emitted("disconnect", "io server disconnect")],
    wrong: [[emitted("disconnect", { reason: "gone" }), "/data type"]],
  },
  "on the wire the greeting is connected, with its payload": {
    from: "server",
    fine: [emitted("connected", { data: "Connected to agent" })],
    wrong: [[{ event: "connected" }, "/data required"]],
  },
  "connect_error is no message of the contract": {
    from: "server",
    fine: [],
    wrong: [[emitted("connect_error", {}), "/event unknown-message"]],
  },
  "an agent_event requires a known type, and data of its own": {
    from: "server",
    fine: [progress("searching"), progress("searching", { more: 1 }), progress("executing", { tool_name: "t" })],
    wrong: [
      [emitted("agent_event", { event_type: "searching" }), "/data/data required"],
      [emitted("agent_event", { data: {} }), "/data/event_type required"],
      [progress("searching", null), "/data/data type"],
      [progress("executing"), "/data/data/tool_name required"],
      [progress("thinking"), "/data/event_type unknown-message"],
      [progress("SEARCHING"), "/data/event_type unknown-message"],
    ],
  },
  "a synthesis_step has an error if, and only if, it failed": {
    from: "server",
    fine: [
      progress("synthesis_step", { step: "tests", status: "in_progress" }),
      progress("synthesis_step", { step: "tests", status: "complete" }),
      progress("synthesis_step", { step: "tests", status: "failed", error: "2 of 5 tests failed" }),
    ],
    wrong: [
      [progress("synthesis_step", { step: "tests", status: "failed" }), "/data/data/error required"],
      [progress("synthesis_step", { step: "tests", status: "failed", error: null }), "/data/data/error type"],
      [progress("synthesis_step", { step: "tests", status: "complete", error: "none" }), "/data/data/error not"],
      [progress("synthesis_step", { step: "tests", status: "in_progress", error: null }), "/data/data/error not"],
      [progress("synthesis_step", { step: "deployment", status: "complete" }), "/data/data/step enum"],
      [progress("synthesis_step", { status: "complete" }), "/data/data/step required"],
    ],
  },
  "a similarity lies between 0 and 1, both included": {
    from: "server",
    fine: SIMILAR.flatMap((type) => [0, 0.87, 1].map((similarity) => progress(type, { tool_name: "t", similarity }))),
    wrong: SIMILAR.flatMap((type) => [
      [progress(type, { tool_name: "t", similarity: -0.01 }), "/data/data/similarity minimum"],
      [progress(type, { tool_name: "t", similarity: 1.01 }), "/data/data/similarity maximum"],
      [progress(type, { tool_name: "t", similarity: "0.87" }), "/data/data/similarity type"],
    ]),
  },
  "counts and totals are whole and not negative": {
    from: "server",
    fine: [
      ...COUNTED.flatMap(([type, field, others]) => [0, 7].map((count) => progress(type, { ...others, [field]: count }))),
      emitted("tool_count", { count: 0 }),
      remembered({ message_index: 3 }),
    ],
    wrong: [
      ...COUNTED.flatMap(([type, field, others]): [object, string][] => [
        [progress(type, { ...others, [field]: -1 }), `/data/data/${field} minimum`],
        [progress(type, { ...others, [field]: 1.5 }), `/data/data/${field} type`],
      ]),
      [emitted("tool_count", { count: -1 }), "/data/count minimum"],
      [emitted("tool_count", { count: 1.5 }), "/data/count type"],
      [remembered({ message_index: -1 }), "/data/messages/0/message_index minimum"],
      [remembered({ message_index: 0.5 }), "/data/messages/0/message_index type"],
    ],
  },
  "step numbers are whole and start at 1": {
    from: "server",
    fine: NUMBERED.map(([type, field, others]) => progress(type, { ...others, [field]: 1 })),
    wrong: NUMBERED.flatMap(([type, field, others]) => [
      [progress(type, { ...others, [field]: 0 }), `/data/data/${field} minimum`],
      [progress(type, { ...others, [field]: 1.5 }), `/data/data/${field} type`],
    ]),
  },
  "query_complete requires metadata with its three fields": {
    from: "server",
    fine: [emitted("query_complete", complete), emitted("query_complete", { ...complete, success: false, response: "" })],
    wrong: [
      [emitted("query_complete", { success: true, response: "r", session_id: "s" }), "/data/metadata required"],
      [emitted("query_complete", { ...complete, metadata: null }), "/data/metadata type"],
      [emitted("query_complete", { ...complete, metadata: {} }), "/data/metadata/tool_name required"],
      [emitted("query_complete", { ...complete, metadata: { tool_name: "t" } }), "/data/metadata/synthesized required"],
      [emitted("query_complete", { ...complete, metadata: {} }), "/data/metadata/tool_result required"],
    ],
  },
  "a message of session_memory requires all four; created_at is a date-time": {
    from: "server",
    fine: [
      remembered({}),
      remembered({ created_at: "2025-01-01T12:00:00.5+02:00" }),
      emitted("session_memory", { session_id: "s", messages: [] }),
    ],
    wrong: [
      ...Object.keys(turn).map((field): [object, string] => [
        emitted("session_memory", {
          session_id: "s",
          messages: [Object.fromEntries(Object.entries(turn).filter(([name]) => name !== field))],
        }),
        `/data/messages/0/${field} required`,
      ]),
      [remembered({ created_at: "2025-01-01T12:00:00" }), "/data/messages/0/created_at format"],
      [remembered({ created_at: "2025-01-01" }), "/data/messages/0/created_at format"],
      [remembered({ role: "tool" }), "/data/messages/0/role enum"],
    ],
  },
});

/** The document's categories and their event types. */
const EVENT_TYPES: Readonly<Record<string, string>> = {
  "Tool Discovery (5)": "orphans_cleaned searching tool_found tool_mismatch no_tool_found",
  "Tool Synthesis (5)": "entering_synthesis_mode synthesis_step synthesis_successful tool_experimental_warning synthesis_failed",
  "Tool Execution (4)": "executing execution_complete execution_failed execution_skipped",
  "Response Generation (2)": "synthesizing_response complete",
  "Planning (2)": "planning_query plan_complete",
  "Composite Tools (1)": "using_composite_tool",
  "Workflow Patterns (13)": `using_workflow_pattern multi_tool_workflow workflow_start workflow_step workflow_step_tool_found
    workflow_step_executing workflow_step_complete workflow_step_failed workflow_step_needs_synthesis
    workflow_step_synthesizing workflow_complete workflow_needs_synthesis workflow_retry`,
  "Pattern Execution (4)": "pattern_execution_start pattern_step pattern_step_complete pattern_execution_complete",
};

describe("agent's 36 event types", () => {
  const known = contract.messages.find(({ name }) => name === "agent_event")?.variants?.values ?? [];

  test.each(Object.entries(EVENT_TYPES))("%s", (category, names) => {
    const listed = names.split(/\s+/);
    expect(category).toContain(`(${listed.length})`);
    expect(known).toEqual(expect.arrayContaining(listed));
  });

  test("and no other", () => {
    expect(known).toHaveLength(36);
    expect([...known].sort()).toEqual(
      Object.values(EVENT_TYPES)
        .flatMap((names) => names.split(/\s+/))
        .sort(),
    );
  });
});
