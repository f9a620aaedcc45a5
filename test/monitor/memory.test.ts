import { describe, expect, test } from "vitest";
import { createMonitor, type SessionFrame } from "../../generator/monitor/sessionMonitor.ts";
import { BOUNDS } from "../../generator/session/bounded.ts";
import { contractOf } from "./contractOf.ts";
import { client, server } from "./edits.ts";

const update = (status: string, job_id: string) => server({ type: "job_update", status, job_id });

describe("a session of a hundred thousand frames leaves no more than what is open, and some names:", () => {
  test.each<[string, (round: number) => readonly SessionFrame[], number]>([
    [
      "panel",
      (round) => [
        client({ type: "TRIGGER", tool: "t", requestId: `r${round}` }),
        server({ type: "PATCH", mutations: [] }),
        server({ type: "RESULT", requestId: `r${round}`, result: { stateMutations: [], events: [] } }),
        client({ type: "SUBSCRIBE", topics: [`topic${round}`] }),
        client({ type: "PING" }),
        server({ type: "PONG" }),
      ],
      2,
    ],
    [
      "agent",
      (round) => [
        client({ event: "query", data: { prompt: "?", session_id: `s${round}` } }),
        server({ event: "agent_event", data: { event_type: "complete", data: {} } }),
        server({ event: "error", data: { message: "no" } }),
        server({ event: "session_memory", data: { session_id: `s${round}`, messages: [] } }),
        server({ event: "tool_count", data: { count: round } }),
      ],
      0,
    ],
    [
      "nodetool",
      (round) => [
        client({ command: "run_job", data: { workflow_id: "wf" } }),
        server({ message: "Job started", job_id: `j${round}` }),
        update("running", `j${round}`),
        client({ command: "cancel_job", data: { job_id: `j${round}` } }),
        server({ message: "Job cancellation requested", job_id: `j${round}` }),
        update("cancelled", `j${round}`),
      ],
      3 * BOUNDS.names,
    ],
  ])("%s", async (protocol, frames, most) => {
    const monitor = createMonitor(await contractOf(protocol));
    const greetings: Readonly<Record<string, SessionFrame>> = {
      panel: server({ type: "CONNECTED", panelId: "p", state: {} }),
      agent: server({ event: "connected", data: { data: "hi" } }),
    };
    const greeting = greetings[protocol];
    if (greeting !== undefined) monitor.hear(greeting);
    let refused = 0;
    let count = 0;
    for (let round = 0; count < 100_000; round++) {
      for (const frame of frames(round)) {
        count += 1;
        if (!monitor.hear(frame).ok) refused += 1;
      }
    }
    expect({ refused, owing: monitor.end() }).toEqual({ refused: 0, owing: [] });
    expect(monitor.retained).toBeLessThanOrEqual(most);
  });
});

describe("a peer that never ends what it begins is told so, and fills no memory:", () => {
  test("requests without answers count as unanswered, the oldest first", async () => {
    const monitor = createMonitor(await contractOf("panel"));
    const verdicts = Array.from({ length: 3000 }, (_, round) =>
      monitor.hear(client({ type: "TRIGGER", tool: "x".repeat(1000), requestId: `r${round}` })),
    );
    const refused = verdicts.flatMap((verdict) => (verdict.ok ? [] : verdict.violations));
    expect(refused.map(({ rule, number }) => [rule, number])).toEqual(
      Array.from({ length: 2000 }, (_, index) => ["unanswered", index + 1]),
    );
    expect(monitor.retained).toBeLessThanOrEqual(BOUNDS.requests + 2);
    expect(monitor.end()).toHaveLength(BOUNDS.requests);
  });

  test("streams without an end, and names without a thing", async () => {
    const monitor = createMonitor(await contractOf("nodetool"));
    for (let round = 0; round < 4_000; round++) {
      monitor.hear(client({ command: "run_job", data: { workflow_id: "wf" } }));
      monitor.hear(client({ command: "cancel_job", data: { job_id: `c${round}` } }));
      monitor.hear(client({ command: "set_mode", data: { mode: "text" } }));
      monitor.hear(update("running", `j${round}`));
    }
    expect(monitor.retained).toBeLessThanOrEqual(2 * BOUNDS.requests + 2 * BOUNDS.streams + 3 * BOUNDS.names);
  });

  test("queries that end without what follows", async () => {
    const monitor = createMonitor(await contractOf("agent"));
    for (let round = 0; round < 3000; round++) {
      monitor.hear(client({ event: "query", data: { prompt: "?", session_id: `s${round}` } }));
      monitor.hear(server({ event: "error", data: { message: "no" } }));
    }
    expect(monitor.retained).toBeLessThanOrEqual(BOUNDS.streams);
  });
});
