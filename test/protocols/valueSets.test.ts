import { describe, expect, test } from "vitest";
import { Instances } from "../../generator/fixtures/instances.ts";
import { Judge } from "../../generator/fixtures/judge.ts";
import { type Place, Places } from "../../generator/fixtures/places.ts";
import { getStrings } from "../../generator/json.ts";
import type { Message } from "../../generator/model/contract.ts";
import { openEnumOf } from "../../generator/model/openEnum.ts";
import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { ONE_OF_EACH } from "../support/derive/jsonTypes.ts";
import { byProtocol, shippedContracts } from "../support/shipped.ts";

type Sets = Readonly<Record<string, Readonly<Record<string, string>>>>;

const JOB_STATUSES = "pending running suspended completed failed cancelled error";
const OUTPUT_TYPES = "string image audio video";
const ROLES = "user assistant system tool";
const STEPS = "specification tests implementation verification registration";

/** The values that are known of a set that may grow: lists in a comment, "e.g.", or ending in "etc.". */
const OPEN: Sets = {
  agent: { "agent_event /data{SynthesisFailed}/data/step": STEPS },
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
    "task_update {0}/event": "task_created step_started entered_conclusion_stage step_completed step_failed task_completed",
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
    "agent_event /data{SynthesisStep}/data{object}/step": STEPS,
    "agent_event /data{SynthesisStep}/data{object}/status": "in_progress complete",
    "agent_event /data{SynthesisStep}/data{failed}/step": STEPS,
    "agent_event /data{SynthesisStep}/data{failed}/status": "failed",
    "agent_event /data{PlanComplete}/data/strategy":
      "single sequential composition workflow_pattern composite_tool force_synthesis",
    "session_memory /data/messages/*/role": "user assistant",
  },
  flowork: { "drives_list_response {0}/drives/*/type": "drive", "directory_list_response {0}/items/*/type": "file directory" },
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

/** Fields that take any value: the only ones that no wrong type can break. */
const OF_ANY_TYPE: Readonly<Record<string, readonly string[]>> = {
  agent: [],
  flowork: [
    "execute_workflow /payload/initial_payload",
    "update_variable /payload/data/value",
    "connection_history_response /history{array}/*",
    "SHOW_DEBUG_POPUP /content",
  ],
  nodetool: [
    "stream_input /data/value",
    "output_update /value",
    "preview_update /value",
    "save_update /value",
    "prediction /data",
    "step_result /result",
  ],
  panel: [
    "TRIGGER /args",
    "RESULT /result/returnValue",
    "RESULT /result/stateMutations/*/value",
    "RESULT /result/events/*/payload",
    "RESULT /result/suspension/args",
    "PATCH /mutations/*/value",
    "EVENT /event/payload",
  ],
  terminal: [],
};

describe.each(byProtocol(await shippedContracts()))("%s", (protocol, contract) => {
  const judge = new Judge(contract.document);
  const instances = new Instances(contract.document, judge);
  const places = contract.messages.flatMap((message) =>
    [...new Places(contract.document, judge, instances).of(message.frame)].map((place): Found => ({ ...place, message })),
  );

  test("these sets are open: their values are known, and any other string is accepted", () => {
    const reader = createFrameReader(contract);
    const open = places.filter(({ alternatives }) => knownOf(alternatives) !== undefined);
    expect(setsOf(open, ({ alternatives }) => knownOf(alternatives) ?? [])).toEqual(OPEN[protocol]);
    for (const { message, embed, pointer } of open) {
      const [from = "client"] = message.from;
      expect(reader[from](embed("SOMETHING NEW")), pointer).toMatchObject({ ok: true, message: message.name });
    }
  });

  test("these sets are closed", () => {
    const closed = places.filter((place) => !isName(place) && closedValues(place).length > 0);
    expect(setsOf(closed, closedValues)).toEqual(CLOSED[protocol]);
  });

  test("only these fields take any value", () => {
    const any = places.filter(({ schema }) => Object.values(ONE_OF_EACH).every((value) => judge.admits(schema, value) === true));
    expect([...new Set(any.map(({ message, path }) => `${message.name} ${path}`))]).toEqual(OF_ANY_TYPE[protocol]);
  });
});

interface Found extends Place {
  readonly message: Message;
}

function setsOf(places: readonly Found[], values: (place: Found) => readonly string[]): Record<string, string> {
  return Object.fromEntries(places.map((place) => [`${place.message.name} ${place.path}`, values(place).join(" ")]));
}

/** The values that are known of an open set. */
function knownOf(alternatives: Place["alternatives"]): readonly string[] | undefined {
  const known = alternatives.flatMap(({ parts }) => parts.flatMap((part) => openEnumOf(part) ?? []));
  return known.length === 0 ? undefined : [...new Set(known)];
}

function closedValues({ alternatives }: Place): readonly string[] {
  if (knownOf(alternatives) !== undefined) return [];
  const all = alternatives.flatMap(({ parts }) =>
    parts.flatMap((part) => (part["const"] === undefined ? getStrings(part, "enum") : [String(part["const"])])),
  );
  return [...new Set(all)];
}

/** Whether the place names the message or its variant, which is told by its whole table of messages. */
function isName({ message: { match, variants }, pointer }: Found): boolean {
  return (match.kind !== "shape" && match.pointer === pointer) || variants?.pointer === pointer;
}
