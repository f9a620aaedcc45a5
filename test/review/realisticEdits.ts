import { pointerSteps } from "@wirepact/runtime";
import { isList, isObject, type Json, type JsonObject } from "../../generator/json.ts";

/** Something that somebody would do to one of the five protocols, and what is to be said of it. */
export interface Edit {
  readonly protocol: string;
  readonly what: string;
  readonly edit: (document: JsonObject) => JsonObject;
  /** Judgement, message, rule and place of each change. */
  readonly told: readonly string[];
}

/** A document with another value at a place; undefined takes away what stands there. A list is grown at "-". */
function put(value: Json, [step, ...rest]: readonly string[], to: Json | undefined): Json {
  if (step === undefined) throw new TypeError("no place");
  if (isList(value)) {
    if (step === "-") return to === undefined ? value : [...value, to];
    return value.flatMap((item, index) => (String(index) === step ? changed(item, rest, to) : [item]));
  }
  if (!isObject(value)) throw new TypeError(`nothing at ${step}`);
  const [held] = step in value || rest.length > 0 ? changed(value[step] ?? {}, rest, to) : [to];
  const entries = Object.entries(value).filter(([name]) => name !== step);
  return Object.fromEntries(held === undefined ? entries : [...entries, [step, held]]);
}

function changed(item: Json, rest: readonly string[], to: Json | undefined): Json[] {
  if (rest.length > 0) return [put(item, rest, to)];
  return to === undefined ? [] : [to];
}

function at(...places: readonly (readonly [pointer: string, value: Json | undefined])[]): Edit["edit"] {
  return (document) =>
    places.reduce<JsonObject>((whole, [pointer, value]) => {
      const next = put(whole, pointerSteps(pointer), value);
      return isObject(next) ? next : whole;
    }, document);
}

const message = (name: string) => `/components/messages/${name}/payload`;
const schema = (name: string) => `/components/schemas/${name}`;

/** Edits of all five, those among them that are hard to tell: events, bodies inside frames, unions inside both, bytes, open enums. */
export const EDITS: readonly Edit[] = [
  {
    protocol: "agent",
    what: "an event asks for one field more",
    edit: at([`${message("query")}/properties/priority`, { type: "integer" }], [`${message("query")}/required/-`, "priority"]),
    told: ["breaking query: required field added: `/data/priority` (required-field-added)"],
  },
  {
    protocol: "agent",
    what: "a kind of event inside an event is gone",
    edit: at([`${message("agent_event")}/oneOf/1`, undefined]),
    told: ["risky agent_event: branch removed: `/data[event_type=searching]` (branch-removed)"],
  },
  {
    protocol: "agent",
    what: "a kind of event inside an event says one thing more",
    edit: at([`${schema("Searching")}/properties/depth`, { type: "integer", minimum: 0 }]),
    told: ["safe agent_event: optional field added: `/data[event_type=searching]/depth` (field-added)"],
  },
  {
    protocol: "agent",
    what: "a kind of event inside an event says less",
    edit: at([`${schema("Searching")}/required`, ["event_type"]]),
    told: ["breaking agent_event: field made optional: `/data[event_type=searching]/data` (field-made-optional)"],
  },
  {
    protocol: "flowork",
    what: "a body inside a frame takes one field more",
    edit: at([`${message("execute_workflow")}/properties/payload/properties/priority`, { type: "integer" }]),
    told: ["safe execute_workflow: optional field added: `/payload/priority` (field-added)"],
  },
  {
    protocol: "flowork",
    what: "an open enum gets a known value",
    edit: at([`${message("execute_workflow")}/properties/payload/properties/mode/anyOf/0/enum/-`, "DRY_RUN"]),
    told: [],
  },
  {
    protocol: "flowork",
    what: "an open enum is closed",
    edit: at([
      `${message("execute_workflow")}/properties/payload/properties/mode`,
      { type: "string", enum: ["EXECUTE", "SIMULATE"] },
    ]),
    told: ['breaking execute_workflow: value must be one of a list: `/payload/mode` ("EXECUTE", "SIMULATE") (values-listed)'],
  },
  {
    protocol: "nodetool",
    what: "bytes become text",
    edit: (document) =>
      asDocument(
        JSON.parse(
          JSON.stringify(document).replace('"contentEncoding":"base64",', "").replace(',"contentEncoding":"base64"', ""),
        ),
      ),
    told: ["breaking binary_update: something else in place of binary data: `/binary` (bytes-removed)"],
  },
  {
    protocol: "panel",
    what: "a list of values that servers send gets one more",
    edit: at([`${schema("ExecutionResult")}/properties/status/enum/-`, "cancelled"]),
    told: ['breaking RESULT: value added: `/result/status` ("cancelled") (value-added)'],
  },
  {
    protocol: "panel",
    what: "what is sent is called otherwise",
    edit: (document) => asDocument(JSON.parse(JSON.stringify(document).replaceAll("RESULT", "OUTCOME"))),
    told: ['breaking OUTCOME: renamed from "RESULT" to "OUTCOME" (message-renamed)'],
  },
  {
    protocol: "terminal",
    what: "a field may be null no more",
    edit: (document) =>
      asDocument(JSON.parse(JSON.stringify(document).replace('"anyOf":[{"type":"string"},{"type":"null"}]', '"type":"string"'))),
    told: ["risky execution_result: null refused: `/error` (null-refused)"],
  },
];

function asDocument(value: unknown): JsonObject {
  // JSON that was JSON before.
  return value as JsonObject;
}
