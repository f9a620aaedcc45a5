import type { Tried } from "../support/tryServer.ts";
import { type Frame, startAsked } from "./askedServer.ts";
import type { TerminalFault } from "./terminalFaults.ts";

/** What each request must have, all of it text. */
const FIELDS: ReadonlyMap<unknown, readonly string[]> = new Map([
  ["execute_code", ["sessionId", "code"]],
  ["terminal_command", ["sessionId", "command"]],
  ["save_file", ["sessionId", "filename", "content"]],
]);

/** A terminal that knows nothing of Wirepact, and does one thing wrong if it is told to. */
export function startTerminal(fault?: TerminalFault): Promise<Tried> {
  const timestamp = "2024-01-01T00:00:00Z";
  return startAsked({
    path: "/ws?user_id=ada",
    greeting: { type: "connection_established", message: "Connected", timestamp },
    answer(frame, reply, tellAll) {
      if (isRefused(frame, fault)) return reply({ type: "error", message: "no" });
      if (fault === "never answers save_file" && frame["type"] === "save_file") return;
      const tell = fault === "tells results to all" ? tellAll : reply;
      tell(answerTo(frame, fault));
      if (fault === "answers twice") reply(answerTo(frame, fault));
    },
  });
}

function isRefused(frame: Frame, fault?: TerminalFault): boolean {
  const fields = FIELDS.get(frame["type"]);
  if (fields === undefined || fault === "refuses everything") return true;
  if (fault === "refuses unknown properties") {
    const known = ["type", "filename", ...fields];
    if (Object.keys(frame).some((name) => !known.includes(name))) return true;
  }
  const { filename = "main.py" } = frame;
  const isValid = typeof filename === "string" && fields.every((name) => typeof frame[name] === "string");
  return !isValid && fault !== "runs what is not valid";
}

function answerTo({ type, sessionId, filename }: Frame, fault?: TerminalFault): object {
  const named = typeof sessionId === "string" ? sessionId : "s";
  const told = fault === "answers for another session" ? { sessionId: `${named}-2` } : { sessionId: named };
  const session = fault === "forgets the sessionId" ? {} : told;
  if (type === "terminal_command") return { type: "terminal_output", output: "", ...session };
  if (type === "save_file") return { type: "save_result", success: true, filename: String(filename), ...session };
  return { type: "execution_result", success: true, output: "", timestamp: "2024-01-01T00:00:00Z", ...session };
}
