import { describe, expect, test } from "vitest";
import { get, getList, getStrings, type Json } from "../../generator/json.ts";
import type { Contract } from "../../generator/model/contract.ts";
import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { createFrames } from "../support/derive/frames.ts";
import type { Place } from "../support/derive/places.ts";
import { setAt } from "../support/derive/pointers.ts";
import { withoutNull } from "../support/derive/union.ts";
import { byProtocol, shippedContracts } from "../support/shipped.ts";

type Sets = Readonly<Record<string, Readonly<Record<string, string>>>>;

const JOB_STATUSES = "pending running suspended completed failed cancelled error";
const OUTPUT_TYPES = "string image audio video";
const ROLES = "user assistant system tool";
const STEPS = "specification tests implementation verification registration";

/** The values that are known of a set that may grow: lists in a comment, "e.g.", or ending in "etc.". */
const OPEN: Sets = {
  agent: { "agent_event /data{9}/data/step": STEPS },
  flowork: {
    "execute_workflow /payload/mode": "EXECUTE SIMULATE",
    "request_components_list /payload/component_type": "modules plugins tools triggers",
    "components_list_response /component_type": "modules plugins tools triggers",
    "workflow_status_update /status_data/status": "RUNNING SUCCEEDED FAILED",
    "NODE_EXECUTION_METRIC /status": "RUNNING SUCCESS ERROR",
    "CONNECTION_STATUS_UPDATE /status": "ACTIVE",
  },
  nodetool: {
    "chat_message /data/role": ROLES,
    "job_update /status": JOB_STATUSES,
    "node_update /status": "pending running completed failed",
    "output_update /output_type": OUTPUT_TYPES,
    "save_update /output_type": OUTPUT_TYPES,
    "task_update /event": "task_created step_started entered_conclusion_stage step_completed step_failed task_completed",
    "message /role": ROLES,
    "job_status /status": JOB_STATUSES,
    "active_jobs /active_jobs/*/status": JOB_STATUSES,
  },
  panel: { "ERROR /code": "UNKNOWN_MESSAGE PARSE_ERROR EXECUTION_ERROR TOOL_NOT_FOUND PANEL_NOT_FOUND" },
  terminal: {},
};

/** The values of a set that the document's own type closes. */
const CLOSED: Sets = {
  agent: {
    "agent_event /data{6}/data{0}/step": STEPS,
    "agent_event /data{6}/data{0}/status": "in_progress complete",
    "agent_event /data{6}/data{1}/step": STEPS,
    "agent_event /data{6}/data{1}/status": "failed",
    "agent_event /data{17}/data/strategy": "single sequential composition workflow_pattern composite_tool force_synthesis",
    "session_memory /data/messages/*/role": "user assistant",
  },
  flowork: { "drives_list_response /drives/*/type": "drive", "directory_list_response /items/*/type": "file directory" },
  nodetool: {
    "set_mode /data/mode": "binary text",
    "chunk /content_type": "text audio image video document",
    "log_update /severity": "info warning error",
    "notification /severity": "info warning error",
  },
  panel: {
    "RESULT /result/status": "success suspended error",
    "RESULT /result/stateMutations/*/op": "set delete",
    "PATCH /mutations/*/op": "set delete",
  },
  terminal: {},
};

describe.each(byProtocol(await shippedContracts()))("%s", (protocol, contract) => {
  const places = placesOf(contract);

  test("these sets are open: their values are known, and any other string is accepted", () => {
    const reader = createFrameReader(contract);
    const open = places.filter(({ schema }) => isOpen(schema));
    expect(setsOf(open, ({ schema }) => getStrings(getList(schema, "anyOf")[0], "enum"))).toEqual(OPEN[protocol]);
    for (const { from, frame, pointer } of open) {
      expect(reader[from](setAt(frame, pointer, "SOMETHING NEW")), pointer).toMatchObject({ ok: true });
    }
  });

  test("these sets are closed", () => {
    const closed = places.filter((place) => !isName(place) && closedValues(contract, place).length > 0);
    expect(setsOf(closed, (place) => closedValues(contract, place))).toEqual(CLOSED[protocol]);
  });
});

interface Found extends Place {
  readonly message: Contract["messages"][number];
  readonly from: "client" | "server";
  readonly frame: Json;
}

function placesOf(contract: Contract): Found[] {
  const frames = createFrames(contract);
  return contract.messages.flatMap((message) =>
    frames.complete(message).flatMap((frame) => {
      const [from = "client"] = message.from;
      return frames.placesOf(message, frame).map((place) => ({ ...place, message, from, frame }));
    }),
  );
}

function setsOf(places: readonly Found[], values: (place: Found) => readonly string[]): Record<string, string> {
  return Object.fromEntries(places.map((place) => [`${place.message.name} ${place.path}`, values(place).join(" ")]));
}

function isOpen(schema: Json): boolean {
  const [known, any] = getList(schema, "anyOf");
  return getStrings(known, "enum").length > 0 && get(any, "type") === "string";
}

function closedValues({ document }: Contract, { schema }: Found): string[] {
  const inner = withoutNull(document, schema);
  const constant = get(inner, "const");
  return constant === undefined ? getStrings(inner, "enum") : [String(constant)];
}

/** Whether the place names the message or its variant, which is told by its whole table of messages. */
function isName({ message: { match, variants }, pointer }: Found): boolean {
  return (match.kind !== "shape" && match.pointer === pointer) || variants?.pointer === pointer;
}
