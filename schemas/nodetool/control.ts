import { anyObject, message, named, Type } from "wirepact/define";

export const ping = message({
  description: "Keeps the connection alive; whoever gets it answers pong.",
  source: "nodetool.md:529",
  fields: {},
  examples: [{ type: "ping" }],
});

export const pong = message({
  description: "Answers ping.",
  source: "nodetool.md:536",
  fields: { ts: Type.Number({ description: "When it was sent; Unix time in seconds, with fractions." }) },
  examples: [{ type: "pong", ts: 1703936000.123 }],
});

const ClientTool = named(
  "ClientTool",
  Type.Object(
    {
      name: Type.String({ description: "What tool_call_update calls it by." }),
      description: Type.String({ description: "What it does, for the model." }),
      parameters: anyObject({ description: "JSON Schema of its arguments." }),
    },
    { description: "A tool that the client runs." },
  ),
);

export const client_tools_manifest = message({
  description: "Names the tools that this client runs itself, in place of those it named before. Not answered.",
  source: "nodetool.md:547",
  fields: { tools: Type.Array(ClientTool, { description: "All of the client's tools." }) },
  examples: [
    {
      type: "client_tools_manifest",
      tools: [
        {
          name: "select_file",
          description: "Prompt user to select a file",
          parameters: {
            type: "object",
            properties: { accept: { type: "string", description: "File type filter" } },
          },
        },
      ],
    },
  ],
});

export const tool_result = message({
  description: "Answers a tool_call_update for one of the client's tools. Not answered itself.",
  source: "nodetool.md:569",
  fields: {
    tool_call_id: Type.String({ description: "The call, as tool_call_update named it." }),
    result: anyObject({ description: "What the tool gave back; empty where it failed." }),
    ok: Type.Boolean({ description: "Whether the tool succeeded." }),
    error: Type.Optional(Type.String({ description: "Why it failed." })),
  },
  examples: [
    { type: "tool_result", tool_call_id: "uuid-of-tool-call", result: { file_path: "/path/to/file" }, ok: true },
    { type: "tool_result", tool_call_id: "tc-123", result: {}, ok: true },
    { type: "tool_result", tool_call_id: "tc-124", result: {}, ok: false, error: "no file was selected" },
  ],
});
