import { message, Type } from "wirepact/define";

const sessionId = Type.String({ description: "The workspace, and with it the container, that this is for." });

export const execute_code = message({
  description: "Runs Python code in the workspace's container.",
  source: "terminal.md:24",
  fields: {
    sessionId,
    code: Type.String({ description: "The code to run." }),
    filename: Type.Optional(Type.String({ description: "The file that the code is kept in." })),
  },
  examples: [
    { type: "execute_code", sessionId: "workspace-uuid", code: "print('Hello World')", filename: "main.py" },
    {
      type: "execute_code",
      sessionId: "workspace-uuid",
      code: "import numpy as np\nprint(np.array([1,2,3]))",
      filename: "script.py",
    },
    { type: "execute_code", sessionId: "my-workspace-uuid", code: 'print("Hello from Python")', filename: "main.py" },
  ],
});

export const terminal_command = message({
  description: "Runs a shell command in the workspace's container.",
  source: "terminal.md:75",
  fields: { sessionId, command: Type.String({ description: "The command line." }) },
  examples: [
    { type: "terminal_command", sessionId: "workspace-uuid", command: "ls -la" },
    { type: "terminal_command", sessionId: "my-workspace-uuid", command: "pip install numpy" },
  ],
});

export const save_file = message({
  description: "Writes a file of the workspace.",
  source: "terminal.md:96",
  fields: {
    sessionId,
    filename: Type.String({ description: "The file, relative to the workspace." }),
    content: Type.String({ description: "The file's whole new text." }),
  },
  examples: [{ type: "save_file", sessionId: "workspace-uuid", filename: "main.py", content: "print('Updated content')" }],
});
