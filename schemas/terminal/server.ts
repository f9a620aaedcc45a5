import { isoDateTime, message, nullable, Type } from "wirepact/define";

const sessionId = Type.String({ description: "The workspace that this is about." });
const timestamp = isoDateTime({ description: "When it happened; ISO 8601, with or without an offset." });

export const connection_established = message({
  description: "Confirms the connection; the first frame of every one.",
  source: "terminal.md:15",
  fields: { message: Type.String({ description: "A greeting for people." }), timestamp },
  examples: [{ type: "connection_established", message: "Connected", timestamp: "2024-01-01T00:00:00Z" }],
});

export const execution_result = message({
  description: "Answers execute_code: what the code printed, or why it failed.",
  source: "terminal.md:34",
  fields: {
    success: Type.Boolean({ description: "Whether the code ran to its end." }),
    output: Type.String({ description: "What it printed; empty if nothing." }),
    error: Type.Optional(nullable(Type.String(), { description: "Why it failed; null or absent when it did not." })),
    timestamp,
    sessionId,
  },
  examples: [
    {
      type: "execution_result",
      success: true,
      output: "Hello World\n",
      timestamp: "2024-01-01T00:00:00Z",
      sessionId: "workspace-uuid",
    },
    {
      type: "execution_result",
      success: true,
      output: "[1 2 3]\n",
      error: null,
      timestamp: "2024-01-01T00:00:00Z",
      sessionId: "workspace-uuid",
    },
    {
      type: "execution_result",
      success: false,
      output: "",
      error: "SyntaxError: invalid syntax",
      timestamp: "2024-01-01T00:00:00Z",
      sessionId: "workspace-uuid",
    },
  ],
});

export const terminal_output = message({
  description: "Answers terminal_command with everything that the command printed.",
  source: "terminal.md:84",
  fields: {
    output: Type.String({ description: "What the command printed, both streams." }),
    sessionId,
    return_code: Type.Optional(Type.Integer({ description: "The command's exit status." })),
  },
  examples: [
    {
      type: "terminal_output",
      output:
        "total 8\ndrwxr-xr-x 2 root root 4096 Jan  1 00:00 .\ndrwxr-xr-x 3 root root 4096 Jan  1 00:00 ..\n-rw-r--r-- 1 root root   20 Jan  1 00:00 main.py\n",
      sessionId: "workspace-uuid",
    },
  ],
});

export const save_result = message({
  description: "Answers save_file.",
  source: "terminal.md:106",
  fields: {
    success: Type.Boolean({ description: "Whether the file was written." }),
    message: Type.Optional(Type.String({ description: "The outcome for people." })),
    filename: Type.String({ description: "The file, as the request named it." }),
    sessionId,
  },
  examples: [
    { type: "save_result", success: true, message: "File saved successfully", filename: "main.py", sessionId: "workspace-uuid" },
  ],
});

export const error = message({
  description: "Answers any request that the system, not the user's code, could not carry out.",
  source: "terminal.md:139",
  fields: {
    message: Type.String({ description: "What failed." }),
    error: Type.Optional(Type.String({ description: "The underlying cause." })),
    sessionId: Type.Optional(sessionId),
  },
  examples: [
    { type: "error", message: "Container failed to start", error: "Docker daemon not responding", sessionId: "workspace-uuid" },
  ],
});
