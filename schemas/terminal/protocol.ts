import { byType, errorMessage, protocol, reply, resource, Type, websocket } from "wirepact/define";
import { execute_code, save_file, terminal_command } from "./client.ts";
import { notes } from "./notes.ts";
import { scenarios } from "./scenarios.ts";
import { connection_established, error, execution_result, save_result, terminal_output } from "./server.ts";

export default protocol("terminal", {
  title: "Terminal",
  version: "1.0.0",
  description: "Runs code and commands in a workspace container and saves its files.",
  endpoint: websocket("/ws", {
    port: 8001,
    query: { user_id: Type.Optional(Type.String({ description: "The user whose containers these are." })) },
    settings: ["How long a session may idle before its container is paused, and what resources a container gets."],
  }),
  client: byType({ execute_code, terminal_command, save_file }),
  server: byType({ connection_established, execution_result, terminal_output, save_result, error }),
  opening: connection_established,
  replies: [
    reply(execute_code).with(execution_result).orError(error).matching("sessionId"),
    reply(terminal_command).with(terminal_output).orError(error).matching("sessionId"),
    reply(save_file).with(save_result).orError(error).matching("sessionId"),
  ],
  errors: errorMessage(error, "message"),
  resource: resource("sessionId", "user_id"),
  scenarios,
  notes,
});
