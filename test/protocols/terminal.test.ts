import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { testRules } from "../support/rules.ts";
import { shippedContract } from "../support/shipped.ts";

const timestamp = "2024-01-01T00:00:00Z";
const result = { type: "execution_result", success: true, output: "", timestamp, sessionId: "s" };
const saved = { type: "save_result", success: true, filename: "main.py", sessionId: "s" };

testRules("terminal", createFrameReader(await shippedContract("terminal")), {
  "execute_code requires sessionId and code; filename is optional": {
    from: "client",
    fine: [
      { type: "execute_code", sessionId: "s", code: "" },
      { type: "execute_code", sessionId: "s", code: "1", filename: "a.py" },
    ],
    wrong: [
      [{ type: "execute_code", code: "1" }, "/sessionId required"],
      [{ type: "execute_code", sessionId: "s" }, "/code required"],
      [{ type: "execute_code", sessionId: "s", code: "1", filename: null }, "/filename type"],
    ],
  },
  "terminal_command requires sessionId and command": {
    from: "client",
    fine: [{ type: "terminal_command", sessionId: "s", command: "ls" }],
    wrong: [
      [{ type: "terminal_command", command: "ls" }, "/sessionId required"],
      [{ type: "terminal_command", sessionId: "s" }, "/command required"],
    ],
  },
  "save_file requires sessionId, filename and content": {
    from: "client",
    fine: [{ type: "save_file", sessionId: "s", filename: "a.py", content: "" }],
    wrong: [
      [{ type: "save_file", filename: "a.py", content: "" }, "/sessionId required"],
      [{ type: "save_file", sessionId: "s", content: "" }, "/filename required"],
      [{ type: "save_file", sessionId: "s", filename: "a.py" }, "/content required"],
    ],
  },
  "the connection is confirmed with a message and a timestamp": {
    from: "server",
    fine: [{ type: "connection_established", message: "Connected", timestamp }],
    wrong: [
      [{ type: "connection_established", message: "Connected" }, "/timestamp required"],
      [{ type: "connection_established", timestamp }, "/message required"],
      [{ type: "connected", message: "Connected", timestamp }, "/type unknown-message"],
    ],
  },
  "the error of an execution_result is a string, null or absent": {
    from: "server",
    fine: [result, { ...result, error: null }, { ...result, success: false, error: "SyntaxError" }],
    wrong: [
      [{ ...result, error: { name: "SyntaxError" } }, "/error type"],
      [{ ...result, success: "yes" }, "/success type"],
      [{ ...result, output: null }, "/output type"],
    ],
  },
  "timestamps are ISO 8601, with or without an offset": {
    from: "server",
    fine: [
      "2024-01-01T00:00:00Z",
      "2024-01-01T00:00:00+02:00",
      "2024-01-01T00:00:00-0530",
      "2024-01-01T00:00:00",
      "2024-01-01T00:00:00.123456",
      "2024-02-29T23:59:59.5Z",
    ].map((time) => ({ ...result, timestamp: time })),
    wrong: ["", "now", "2024-01-01", "2023-02-29T00:00:00Z", "2024-13-01T00:00:00Z", "2024-01-01T25:00:00", "1704067200"].map(
      (time) => [{ ...result, timestamp: time }, "/timestamp format"],
    ),
  },
  "terminal_output requires output and sessionId; return_code is an optional whole number": {
    from: "server",
    fine: [
      { type: "terminal_output", output: "", sessionId: "s" },
      { type: "terminal_output", output: "", sessionId: "s", return_code: -1 },
    ],
    wrong: [
      [{ type: "terminal_output", sessionId: "s" }, "/output required"],
      [{ type: "terminal_output", output: "" }, "/sessionId required"],
      [{ type: "terminal_output", output: "", sessionId: "s", return_code: 0.5 }, "/return_code type"],
    ],
  },
  "the message of a save_result is optional, the rest is required": {
    from: "server",
    fine: [saved, { ...saved, message: "File saved successfully" }],
    wrong: [
      [{ ...saved, message: null }, "/message type"],
      [{ type: "save_result", filename: "main.py", sessionId: "s" }, "/success required"],
      [{ type: "save_result", success: true, sessionId: "s" }, "/filename required"],
      [{ type: "save_result", success: true, filename: "main.py" }, "/sessionId required"],
    ],
  },
  "error requires its message alone": {
    from: "server",
    fine: [
      { type: "error", message: "m" },
      { type: "error", message: "m", error: "e", sessionId: "s" },
    ],
    wrong: [
      [{ type: "error", error: "e", sessionId: "s" }, "/message required"],
      [{ type: "error", message: "m", sessionId: null }, "/sessionId type"],
    ],
  },
});
