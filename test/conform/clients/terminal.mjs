import { connectTerminal } from "@wirepact/terminal/client";
import { failure, play } from "./play.mjs";

const sessionId = "mine";
const code = { sessionId, code: "print(1)", filename: "one.py" };

await play(connectTerminal, {
  "hello-world": (client) => client.executeCode(code),
  "execute-code": (client) => client.executeCode(code),
  "failing-code": (client) => client.executeCode(code),
  "terminal-command": (client) => client.terminalCommand({ sessionId, command: "pwd" }),
  "save-file": (client) => client.saveFile({ sessionId, filename: "one.py", content: "print(2)" }),
  "system-error": (client) => failure(client.executeCode(code)),
  "usage-example": async (client) => {
    await client.executeCode(code);
    await client.terminalCommand({ sessionId, command: "pip list" });
  },
});
