import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { onAbort } from "../../runtime/src/aborting.ts";
import type { Session } from "../../runtime/src/server/session.ts";
import { connected } from "../client/support/stage.ts";
import { startStream } from "../client/support/startStream.ts";
import { roomContract } from "../server/support/roomProtocol.ts";
import { serveRoom, turns } from "../server/support/serveRoom.ts";

const listeners = (signal: AbortSignal) => getEventListeners(signal, "abort").length;

let warnings: string[] = [];
const warned = ({ name }: Error) => void warnings.push(name);

beforeEach(() => {
  warnings = [];
  process.on("warning", warned);
});

afterEach(async () => {
  await turns();
  process.off("warning", warned);
  expect(warnings).toEqual([]);
});

describe("waiting for a signal", () => {
  test("however many wait, it has one listener, and none when nobody does", () => {
    const { signal } = new AbortController();
    const stops = Array.from({ length: 100 }, () => onAbort(signal, () => expect.fail("it never fires")));
    expect(listeners(signal)).toBe(1);
    for (const stop of stops) stop();
    for (const stop of stops) stop();
    expect(listeners(signal)).toBe(0);
  });

  test("all hear it once, in their order, unless they have stopped by then, and nothing stays", () => {
    const giving = new AbortController();
    const heard: number[] = [];
    const stops = [0, 1, 2, 3].map((one) => onAbort(giving.signal, () => hear(one)));
    const hear = (one: number) => {
      heard.push(one);
      stops[2]?.();
    };
    stops[0]?.();
    giving.abort();
    giving.signal.dispatchEvent(new Event("abort"));
    expect([heard, listeners(giving.signal)]).toEqual([[1, 3], 0]);
  });

  test("one function may wait twice, and stops once", () => {
    const giving = new AbortController();
    let heard = 0;
    const hear = () => {
      heard += 1;
    };
    const [stop] = [onAbort(giving.signal, hear), onAbort(giving.signal, hear)];
    stop();
    stop();
    giving.abort();
    expect(heard).toBe(1);
  });

  test("who stopped in vain takes nothing from those who came after", () => {
    const giving = new AbortController();
    const early = onAbort(giving.signal, () => undefined);
    early();
    let heard = false;
    onAbort(giving.signal, () => {
      heard = true;
    });
    early();
    giving.abort();
    expect(heard).toBe(true);
  });
});

test("a hundred calls may share one signal", async () => {
  const giving = new AbortController();
  const { signal } = giving;
  const { client, line } = await connected("nodetool", { maxPending: 200 });
  const asked = Array.from({ length: 100 }, (_, n) => client["cancelJob"]?.({ job_id: String(n) }, { signal }));
  const streams = Array.from({ length: 20 }, () => startStream(client, "runJob", { workflow_id: "w" }, { signal }));
  expect(listeners(signal)).toBe(1);
  line.say({ message: "cancelled", job_id: "0" });
  expect(await asked[0]).toMatchObject({ job_id: "0" });
  expect(listeners(signal)).toBe(1);
  const rest = Promise.allSettled([...asked.slice(1), ...streams.map((stream) => stream.reply)]);
  giving.abort();
  expect(new Set((await rest).map((one) => one.status === "rejected" && one.reason.code))).toEqual(new Set(["aborted"]));
  expect(listeners(signal)).toBe(0);
});

test("a hundred streams may run on one connection, and as many questions share one signal", async () => {
  let stopped = 0;
  const watch = async function* (_: unknown, { signal }: Session) {
    try {
      yield ["item", { n: 1 }];
      await new Promise((resolve) => onAbort(signal, () => resolve(undefined)));
    } finally {
      stopped += 1;
    }
  };
  // Streams that nothing tells apart would run one at a time.
  const streams = (roomContract.streams ?? []).map((stream) => ({ ...stream, match: [["/id", "/id"]] as const }));
  const { server, listener } = serveRoom({ watch }, {}, { contract: { ...roomContract, streams } });
  const peer = listener.connect();
  for (let n = 0; n < 50; n += 1) peer.says({ type: "watch", id: String(n) });
  await turns();
  const [session] = server.sessions;
  if (session === undefined) throw new Error("nobody is connected");
  expect(listeners(session.signal)).toBe(1);
  const { signal } = new AbortController();
  const asked = Array.from({ length: 50 }, (_, n) => session.ask("ask", { text: "?", id: String(n) }, { signal }));
  const answered = Promise.allSettled(asked);
  expect(listeners(signal)).toBe(1);
  peer.hangUp();
  await answered;
  await turns();
  expect([stopped, listeners(signal), listeners(session.signal)]).toEqual([50, 0, 0]);
});
