import { fromClient, fromServer, scenario } from "wirepact/define";
import { execute_code, save_file, terminal_command } from "./client.ts";
import { connection_established, error, execution_result, save_result, terminal_output } from "./server.ts";

type Message = typeof execute_code;

/** The n-th sample of a message, which the flows below are made of. */
function sample(message: Message, n = 0) {
  const frame = message.options.examples?.[n];
  if (frame === undefined) throw new Error(`no sample ${n}`);
  return frame;
}

const greeting = fromServer(sample(connection_established));

export const scenarios = [
  scenario("hello-world", { description: "The first exchange of the document.", source: "terminal.md:22" }, [
    greeting,
    fromClient(sample(execute_code)),
    fromServer(sample(execution_result)),
  ]),
  scenario("execute-code", { description: "Code that prints an array.", source: "terminal.md:45" }, [
    greeting,
    fromClient(sample(execute_code, 1)),
    fromServer(sample(execution_result, 1)),
  ]),
  scenario("terminal-command", { description: "A shell command and its output.", source: "terminal.md:70" }, [
    greeting,
    fromClient(sample(terminal_command)),
    fromServer(sample(terminal_output)),
  ]),
  scenario("save-file", { description: "A file is saved.", source: "terminal.md:91" }, [
    greeting,
    fromClient(sample(save_file)),
    fromServer(sample(save_result)),
  ]),
  scenario("failing-code", { description: "Code that does not compile.", source: "terminal.md:124" }, [
    greeting,
    fromClient(sample(execute_code)),
    fromServer(sample(execution_result, 2)),
  ]),
  scenario("system-error", { description: "The container does not start.", source: "terminal.md:136" }, [
    greeting,
    fromClient(sample(execute_code)),
    fromServer(sample(error)),
  ]),
  scenario("usage-example", { description: "Code, then a command, on one session.", source: "terminal.md:164" }, [
    greeting,
    fromClient(sample(execute_code, 2)),
    fromServer({
      type: "execution_result",
      success: true,
      output: "Hello from Python\n",
      timestamp: "2024-01-01T00:00:00Z",
      sessionId: "my-workspace-uuid",
    }),
    fromClient(sample(terminal_command, 1)),
    fromServer({
      type: "terminal_output",
      output: "Successfully installed numpy\n",
      sessionId: "my-workspace-uuid",
      return_code: 0,
    }),
  ]),
];
