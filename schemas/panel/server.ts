import { anyObject, anyValue, closed, message, named, open, openObject, Type } from "wirepact/define";

const StateMutation = named(
  "StateMutation",
  openObject(
    {
      op: closed(["set", "delete"], { description: "Whether the key gets a value or goes away." }),
      key: Type.String({ description: "Key in the panel's state." }),
      value: Type.Optional(anyValue({ description: "The new value, with `set`." })),
    },
    { description: "One change of a panel's state." },
  ),
);

const EmittedEvent = named(
  "EmittedEvent",
  openObject(
    {
      name: Type.String({ description: "Name of the event, chosen by the tool." }),
      payload: anyValue({ description: "Whatever the tool emitted." }),
      timestamp: Type.Number({ description: "Unix time in milliseconds." }),
    },
    { description: "An event that a tool emitted." },
  ),
);

const ExecutionResult = named(
  "ExecutionResult",
  openObject(
    {
      status: Type.Optional(closed(["success", "suspended", "error"], { description: "How the run ended." })),
      returnValue: Type.Optional(anyValue({ description: "What the tool returned." })),
      stateMutations: Type.Array(StateMutation, { description: "The changes that the run made, in order." }),
      events: Type.Array(EmittedEvent, { description: "The events that the run emitted, in order." }),
      viewCommands: Type.Optional(Type.Array(anyObject(), { description: "Commands for the view." })),
      suspension: Type.Optional(
        openObject(
          {
            suspensionId: Type.String(),
            extensionName: Type.String(),
            method: Type.String(),
            args: anyValue(),
          },
          { description: "What the run waits for, with status `suspended`." },
        ),
      ),
      error: Type.Optional(
        openObject({ code: Type.String(), message: Type.String() }, { description: "Why it failed, with status `error`." }),
      ),
      metrics: Type.Optional(anyObject({ description: "Measurements of the run." })),
    },
    { description: "What a run of a tool did." },
  ),
);

export const CONNECTED = message({
  description: "First frame of every connection: which panel it is and how it stands.",
  source: "panel.md:170",
  fields: {
    panelId: Type.String({ description: "The panel of this connection." }),
    state: anyObject({ description: "The panel's whole state." }),
  },
  examples: [{ type: "CONNECTED", panelId: "panel-1", state: { count: 0 } }],
});

export const RESULT = message({
  description: "Answers TRIGGER, to its sender alone.",
  source: "panel.md:171",
  fields: {
    requestId: Type.Optional(Type.String({ description: "As the TRIGGER gave it; absent where it gave none." })),
    result: ExecutionResult,
  },
  examples: [
    {
      type: "RESULT",
      requestId: "req-1",
      result: {
        status: "success",
        returnValue: 1,
        stateMutations: [{ op: "set", key: "count", value: 1 }],
        events: [{ name: "counted", payload: { count: 1 }, timestamp: 1735689600000 }],
      },
    },
    { type: "RESULT", result: { stateMutations: [], events: [] } },
  ],
});

export const PATCH = message({
  description: "Changes of the panel's state, to every connection subscribed to `state`.",
  source: "panel.md:172",
  fields: { mutations: Type.Array(StateMutation, { description: "The changes, in the order in which to apply them." }) },
  examples: [{ type: "PATCH", mutations: [{ op: "set", key: "count", value: 1 }] }],
});

export const EVENT = message({
  description: "An emitted event, to every connection subscribed to `events`.",
  source: "panel.md:173",
  fields: { event: EmittedEvent },
  examples: [{ type: "EVENT", event: { name: "counted", payload: { count: 1 }, timestamp: 1735689600000 } }],
});

export const PONG = message({
  description: "Answers PING.",
  source: "panel.md:174",
  fields: {},
  examples: [{ type: "PONG" }],
});

export const ERROR = message({
  description: "Something the client sent could not be done; goes to its sender alone.",
  source: "panel.md:175",
  fields: {
    code: open(["UNKNOWN_MESSAGE", "PARSE_ERROR", "EXECUTION_ERROR", "TOOL_NOT_FOUND", "PANEL_NOT_FOUND"], {
      description: "What kind of failure it is.",
    }),
    message: Type.String({ description: "What went wrong, for people." }),
    requestId: Type.Optional(
      Type.String({
        description: "The failed TRIGGER's own. Our addition: without it the reply is matched first in, first out.",
      }),
    ),
  },
  examples: [
    { type: "ERROR", code: "TOOL_NOT_FOUND", message: "no tool named increment", requestId: "req-1" },
    { type: "ERROR", code: "PARSE_ERROR", message: "invalid JSON" },
  ],
});
