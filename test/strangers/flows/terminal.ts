import { connectTerminal } from "@wirepact/terminal/client";
import { refuseTerminal, serveTerminal } from "@wirepact/terminal/server";
import { client, framesFrom, type Step, server } from "../script.ts";
import { type Flow, refusalOf } from "./flow.ts";

const sessionId = "workspace-1";
const timestamp = "2024-01-01T00:00:00Z";

const steps: readonly Step[] = [
  server({ type: "connection_established", message: "Hello, ada", timestamp }),
  client({ type: "execute_code", sessionId, code: "print('Hello World')", filename: "main.py" }),
  server({ type: "execution_result", success: true, output: "Hello World\n", error: null, timestamp, sessionId }),
  client({ type: "terminal_command", sessionId, command: "ls" }),
  server({ type: "terminal_output", output: "main.py\n", sessionId, return_code: 0 }),
  client({ type: "save_file", sessionId, filename: "main.py", content: "print('ünïcode ✓')" }),
  server({ type: "save_result", success: true, message: "saved", filename: "main.py", sessionId }),
  client({ type: "terminal_command", sessionId, command: "rm -rf /" }),
  server({ type: "error", message: "not allowed: rm -rf /", sessionId }),
];

/** A workspace in which code runs, a command is answered, a file is saved, and another command is refused. */
export const terminal: Flow = {
  protocol: "terminal",
  path: "/ws?user_id=ada",
  steps,
  unruly: [
    client({ type: "reboot", sessionId }),
    server({ type: "error", message: '/type must be one of "execute_code", "terminal_command", "save_file"' }),
    client({ type: "execute_code", sessionId }),
    server({ type: "error", message: "code is required", sessionId }),
  ],
  heard: framesFrom(steps, "client"),
  seen: framesFrom(steps, "server"),

  serve: (heard) =>
    serveTerminal({
      connectionEstablished: ({ request }) => ({ message: `Hello, ${request.query["user_id"]}`, timestamp }),
      executeCode(message) {
        heard.push(message);
        return { success: true, output: "Hello World\n", error: null, timestamp, sessionId: message.sessionId };
      },
      terminalCommand(message) {
        heard.push(message);
        if (message.command !== "ls") throw refuseTerminal({ message: `not allowed: ${message.command}`, sessionId });
        return { output: "main.py\n", sessionId: message.sessionId, return_code: 0 };
      },
      saveFile(message) {
        heard.push(message);
        return { success: true, message: "saved", filename: message.filename, sessionId: message.sessionId };
      },
    }).listen(0, "127.0.0.1"),

  async call(url, seen) {
    const connected = await connectTerminal(url, { reconnect: false });
    seen.push(connected.opening);
    seen.push(await connected.executeCode({ sessionId, code: "print('Hello World')", filename: "main.py" }));
    seen.push(await connected.terminalCommand({ sessionId, command: "ls" }));
    seen.push(await connected.saveFile({ sessionId, filename: "main.py", content: "print('ünïcode ✓')" }));
    seen.push(await refusalOf(connected.terminalCommand({ sessionId, command: "rm -rf /" })));
    await connected.close();
  },
};
