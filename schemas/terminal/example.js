import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { connectTerminal } from "@wirepact/terminal/client";
import { refuseTerminal, serveTerminal } from "@wirepact/terminal/server";

// A terminal with one harmless command. Yours would run what it gets inside a container, never beside the server.
const run = promisify(execFile);

const server = await serveTerminal({
  connectionEstablished: () => ({ message: "Connected", timestamp: new Date().toISOString() }),
  async terminalCommand({ command, sessionId }) {
    if (command !== "node --version") throw refuseTerminal({ message: `not allowed: ${command}`, sessionId });
    const { stdout } = await run(process.execPath, ["--version"]);
    return { output: stdout, sessionId, return_code: 0 };
  },
}).listen(0);

const client = await connectTerminal(`ws://localhost:${server.port}/ws`, { query: { user_id: "ada" } });

const { output, return_code } = await client.terminalCommand({ command: "node --version", sessionId: "workspace-1" });
console.log(output === `${process.version}\n`, return_code);

await client
  .terminalCommand({ command: "rm -rf /", sessionId: "workspace-1" })
  .catch((error) => console.log(error.code, error.reply.message));

await client.close();
await server.close();
