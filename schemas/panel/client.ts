import { anyValue, message, Type } from "wirepact/define";

const topics = Type.Array(Type.String(), { description: "Topics by name: `state`, `events`, or a tool's own." });

export const TRIGGER = message({
  description: "Runs a tool on the panel. Answered by RESULT or ERROR, after the PATCH and the EVENTs of that run.",
  source: "panel.md:164",
  fields: {
    tool: Type.String({ description: "Name of the tool." }),
    args: Type.Optional(anyValue({ description: "Whatever the tool takes." })),
    requestId: Type.Optional(Type.String({ description: "Chosen by the client; the reply repeats it." })),
  },
  examples: [
    { type: "TRIGGER", tool: "increment", args: { by: 1 }, requestId: "req-1" },
    { type: "TRIGGER", tool: "reset" },
  ],
});

export const SUBSCRIBE = message({
  description: "Adds topics to what this connection hears.",
  source: "panel.md:165",
  fields: { topics },
  examples: [{ type: "SUBSCRIBE", topics: ["events"] }],
});

export const UNSUBSCRIBE = message({
  description: "Takes topics away from what this connection hears.",
  source: "panel.md:166",
  fields: { topics },
  examples: [{ type: "UNSUBSCRIBE", topics: ["state"] }],
});

export const PING = message({
  description: "Keeps the connection alive; the server answers PONG.",
  source: "panel.md:167",
  fields: {},
  examples: [{ type: "PING" }],
});
