import { type NodetoolHandlers, type NodetoolServerOptions, serveNodetool } from "@wirepact/nodetool/server";
import { describe, expect, test } from "vitest";
import { Stranger } from "../server/support/listening.ts";
import { BYTES, dial, PING, Plain, start } from "./support/nodetool.ts";
import { dialled, serving } from "./support/serving.ts";

/** Facts of nodetool's connections, in the words of decisions.md, "nodetool": what a plain socket sees of the generated server. */

const setMode = (mode: string) => ({ command: "set_mode", data: { mode } });

describe("binary frames are MessagePack, text frames are JSON, told apart by the opcode; a connection starts binary", () => {
  test.each([
    ["a binary frame at first", [], "binary", "binary"],
    ["a text frame at first: a frame is answered in the mode last set", [], "text", "binary"],
    ["a text frame after set_mode text", ["text"], "text", "text"],
    ["a binary frame after set_mode text", ["text"], "binary", "text"],
    ["a text frame after set_mode binary again", ["text", "binary"], "text", "binary"],
  ] as const)("%s", async (_, modes, as, answered) => {
    const plain = await dial(await start());
    for (const mode of modes) await plain.ask("binary", setMode(mode));
    expect(await plain.ask(as, PING)).toEqual({ as: answered, frame: { type: "pong", ts: expect.any(Number) } });
  });

  test("set_mode switches what the server sends, its own answer included, on this connection alone", async () => {
    const host = await start();
    const [plain, other] = [await dial(host), await dial(host)];
    expect(await plain.ask("binary", setMode("text"))).toEqual({ as: "text", frame: { message: "Mode set to text" } });
    expect(await other.ask("text", PING)).toMatchObject({ as: "binary" });
    expect(await plain.ask("text", setMode("binary"))).toEqual({ as: "binary", frame: { message: "Mode set to binary" } });
  });

  test.each([
    ["a mode that there is not", setMode("morse")],
    ["no mode", { command: "set_mode", data: {} }],
  ])("%s changes nothing", async (_, frame) => {
    const plain = await dial(await start());
    expect(await plain.ask("text", frame)).toEqual({ as: "binary", frame: { error: expect.any(String) } });
  });

  test("no handler is needed", async () => {
    const plain = new Plain(await dialled(`ws://${await serving(serveNodetool({}))}/ws`));
    expect(await plain.ask("binary", setMode("text"))).toEqual({ as: "text", frame: { message: "ok" } });
    expect(await plain.ask("binary", PING)).toMatchObject({ as: "text", frame: { type: "pong" } });
  });
});

describe("bearer header, or api_key in the query; refusal closes with 1008", () => {
  const options: NodetoolServerOptions = {
    authenticate: ({ headers, query }) =>
      headers["authorization"] === "Bearer good" || query["api_key"] === "good" ? "ada" : null,
  };

  test.each([
    ["a good header", "/ws", { authorization: "Bearer good" }],
    ["a good key", "/ws?api_key=good", {}],
  ])("%s", async (_, path, headers) => {
    const plain = new Plain(await dialled(`ws://${await start(options)}${path}`, 0, headers));
    expect(await plain.ask("binary", PING)).toMatchObject({ frame: { type: "pong" } });
  });

  test.each([
    ["nothing", "/ws", {}],
    ["a bad header", "/ws", { authorization: "Bearer bad" }],
    ["a bad key", "/ws?api_key=bad", {}],
  ])("%s", async (_, path, headers) => {
    const stranger = new Stranger(`ws://${await start(options)}${path}`, { headers });
    expect(await stranger.closed).toMatchObject({ code: 1008 });
  });
});

describe("answers without a type", () => {
  test.each([
    [
      "get_status by {status, job_id, workflow_id}",
      "get_status",
      { job_id: "j" },
      { status: "running", job_id: "j", workflow_id: "w" },
    ],
    [
      "get_status without a job_id by {active_jobs}",
      "get_status",
      {},
      { active_jobs: [{ job_id: "j", workflow_id: "w", status: "running" }] },
    ],
    ["a command by {message, job_id?}", "cancel_job", { job_id: "j" }, { message: "Job cancelled", job_id: "j" }],
  ])("%s", async (_, command, data, frame) => {
    const plain = await dial(await start());
    expect(await plain.ask("binary", { command, data })).toEqual({ as: "binary", frame });
  });
});

describe("heartbeat: either side may send ping; the other answers pong with ts, seconds", () => {
  test("a ping of the client", async () => {
    const plain = await dial(await start());
    const { frame } = await plain.ask("binary", PING);
    const now = Date.now() / 1000;
    // Seconds: milliseconds would be off by a factor of a thousand.
    expect(Math.abs((frame as { ts: number }).ts - now)).toBeLessThan(now / 2);
  });

  test("a ping of the server", async () => {
    let pong: Promise<unknown> = Promise.resolve();
    const onOpen: NodetoolServerOptions["onOpen"] = (session) => {
      pong = session.ask("ping", {});
    };
    const plain = await dial(await start({ onOpen }));
    expect(await plain.hear()).toEqual({ as: "binary", frame: PING });
    plain.say("text", { type: "pong", ts: 1 });
    await plain.ask("binary", PING);
    expect(await pong).toEqual({ type: "pong", ts: 1 });
  });
});

describe("binary_update: in MessagePack an ordinary message with a bin, in JSON text base64", () => {
  test.each([
    ["binary", BYTES],
    ["text", "AAH/"],
  ] as const)("in %s mode; output_update.value may hold bytes anywhere", async (mode, bytes) => {
    const plain = await dial(await start());
    await plain.ask("binary", setMode(mode));
    plain.say("binary", { command: "run_job", data: { workflow_id: "w" } });
    const heard = [];
    for (let n = 0; n < 5; n++) heard.push(await plain.hear());
    expect(heard.every(({ as }) => as === mode)).toBe(true);
    const [, , update, output] = heard.map(({ frame }) => frame);
    expect(plainly(update)).toEqual({ type: "binary_update", node_id: "n", output_name: "o", binary: bytes });
    if (mode === "binary") expect(plainly(output)).toMatchObject({ value: { deep: [bytes] } });
  });
});

/** `decode` gives views of a Buffer in the place of arrays of bytes. */
function plainly(frame: unknown): unknown {
  if (frame instanceof Uint8Array) return new Uint8Array(frame);
  if (Array.isArray(frame)) return frame.map(plainly);
  if (typeof frame !== "object" || frame === null) return frame;
  return Object.fromEntries(Object.entries(frame).map(([key, value]) => [key, plainly(value)]));
}

test("several jobs on one connection are told apart by job_id; chunks without a thread_id belong to the chat in flight", async () => {
  const names = ["one", "two"];
  const runJob: NodetoolHandlers["runJob"] = async function* ({ workflow_id }) {
    const job_id = `job-${workflow_id}`;
    yield ["acknowledgement", { message: "started", job_id }];
    yield ["job_update", { status: "running", job_id }];
    yield ["job_update", { status: "completed", job_id }];
  };
  const plain = await dial(await start({}, { runJob }));
  for (const workflow_id of names) plain.say("binary", { command: "run_job", data: { workflow_id } });
  const heard = [];
  for (let n = 0; n < 6; n++) heard.push((await plain.hear()).frame as { job_id: string; status?: string });
  for (const name of names) {
    const own = heard.filter(({ job_id }) => job_id === `job-${name}`);
    expect(own.map(({ status }) => status)).toEqual([undefined, "running", "completed"]);
  }
});
