import type { TerminalOutput } from "@wirepact/terminal";
import { connectTerminal } from "@wirepact/terminal/client";
import { refuseTerminal, serveTerminal } from "@wirepact/terminal/server";

export async function client(): Promise<TerminalOutput> {
  const terminal = await connectTerminal("ws://localhost:8001/ws", { query: { user_id: "ada" } });
  // @ts-expect-error the query has one parameter
  await connectTerminal("ws://localhost:8001/ws", { query: { user: "ada" } });
  // @ts-expect-error a command runs in a session
  terminal.terminalCommand({ command: "ls" });
  return terminal.terminalCommand({ command: "ls", sessionId: "s" });
}

export const server = serveTerminal(
  {
    connectionEstablished: () => ({ message: "hello", timestamp: "2026-01-01T00:00:00Z" }),
    terminalCommand({ command, sessionId }) {
      if (command !== "ls") throw refuseTerminal({ message: command, sessionId });
      return { output: "", sessionId, return_code: 0 };
    },
    // What repeats the request may be left out, and nothing else.
    executeCode: () => ({ success: true, output: "", timestamp: "2026-01-01T00:00:00Z" }),
    // @ts-expect-error the answer names the file
    saveFile: async () => ({ success: true }),
  },
  { resources: { key: "/sessionId", start: (id, session) => void (id + session.id), destroy: async () => {} } },
);

// @ts-expect-error there is no connection without its first message
serveTerminal({});
serveTerminal({
  connectionEstablished: () => ({ message: "hello", timestamp: "2026-01-01T00:00:00Z" }),
  // @ts-expect-error the code of a return is a number
  terminalCommand: ({ sessionId }) => ({ output: "", sessionId, return_code: "0" }),
});
