import { describe, expect, test } from "vitest";
import { ROOT } from "../support/protocols.ts";
import { runHere } from "../support/runHere.ts";

interface Case {
  readonly args: string;
  readonly input: string;
  readonly status: number;
  /** One for each line of the input; the texts of errors are the catalogue's affair and left out. */
  readonly verdicts: readonly object[];
}

const CASES: Readonly<Record<string, Case>> = {
  "an accepted frame between two rejected ones": {
    args: "nodetool --from server",
    input: '{"type":"job_update"}\n{"type":"pong","ts":1}\n{"type":"job_update","status":1}\n',
    status: 1,
    verdicts: [
      { line: 1, ok: false, message: "job_update", errors: [{ path: "/status", code: "required" }] },
      { line: 2, ok: true, message: "pong" },
      { line: 3, ok: false, message: "job_update", errors: [{ path: "/status", code: "type" }] },
    ],
  },
  "an unknown message": {
    args: "panel --from client",
    input: '{"type":"TRIGER","tool":"increment"}',
    status: 1,
    verdicts: [{ line: 1, ok: false, message: null, errors: [{ path: "/type", code: "unknown-message" }] }],
  },
  "an unknown event type": {
    args: "agent --from server",
    input: '{"event":"agent_event","data":{"event_type":"thinking","data":{}}}',
    status: 1,
    verdicts: [{ line: 1, ok: false, message: null, errors: [{ path: "/data/event_type", code: "unknown-message" }] }],
  },
  "a message in the wrong direction": {
    args: "panel --from server",
    input: '{"type":"PING"}',
    status: 1,
    verdicts: [{ line: 1, ok: false, message: "PING", errors: [{ path: "/type", code: "wrong-direction" }] }],
  },
  "a line that is no JSON, and one that is empty": {
    args: "terminal --from client",
    input: '{"type":\n\n{"type":"terminal_command","sessionId":"s","command":"ls"}\n',
    status: 1,
    verdicts: [
      { line: 1, ok: false, message: null, errors: [{ path: "", code: "parse-error" }] },
      { line: 2, ok: false, message: null, errors: [{ path: "", code: "parse-error" }] },
      { line: 3, ok: true, message: "terminal_command" },
    ],
  },
  "hex that is no MessagePack, and no hex at all": {
    args: "nodetool --from client --encoding msgpack",
    input: '81a474797065a470696e67\n81a4\n{"type":"ping"}\n',
    status: 1,
    verdicts: [
      { line: 1, ok: true, message: "ping" },
      { line: 2, ok: false, message: null, errors: [{ path: "", code: "parse-error" }] },
      { line: 3, ok: false, message: null, errors: [{ path: "", code: "parse-error" }] },
    ],
  },
  "no line at all": { args: "flowork --from client", input: "", status: 0, verdicts: [] },
};

describe("wirepact validate gives one verdict a line", () => {
  test.each(Object.entries(CASES))("%s", async (_what, { args, input, status, verdicts }) => {
    const run = await runHere(["validate", ...args.split(" ")], ROOT, input);
    const lines = run.stdout.split("\n").filter((line) => line !== "");
    expect({ status: run.status, stderr: run.stderr }).toEqual({ status, stderr: "" });
    expect(lines.map(withoutTexts)).toEqual(verdicts.map((verdict) => JSON.stringify(verdict)));
  });
});

/** The line as it was printed, without the texts of its errors, which have to be there. */
function withoutTexts(line: string): string {
  return line.replace(/,"text":"(?:[^"\\]|\\.)+"/g, "");
}
