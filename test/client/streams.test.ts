import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { unpack } from "./support/definitions.ts";
import { settled } from "./support/fakeClock.ts";
import { connected, namesOf } from "./support/stage.ts";
import { startStream as start } from "./support/startStream.ts";

const job = (job_id: string, status: string) => ({ type: "job_update", job_id, status });

test("a stream gives its messages, the ending one as the last", async () => {
  const { client, line } = await connected("nodetool");
  const stream = start(client, "runJob", { workflow_id: "w", params: {} });
  for (const status of ["running", "running", "completed"]) line.say(job("j", status));
  line.say(job("j", "running"));
  expect(await namesOf(stream)).toEqual(["job_update", "job_update", "job_update"]);
});

test("messages are given as they come, to whoever waits", async () => {
  const { client, line } = await connected("nodetool");
  const stream = start(client, "runJob", { workflow_id: "w" });
  const [first, second, third] = [stream.next(), stream.next(), stream.next()];
  line.say(job("j", "running"));
  expect((await first).value?.value).toEqual(job("j", "running"));
  line.say(job("j", "failed"));
  expect((await second).value?.value).toEqual(job("j", "failed"));
  expect(await third).toEqual({ done: true, value: undefined });
});

describe("the answer to a stream's start", () => {
  test("is its reply", async () => {
    const { client, line } = await connected("nodetool");
    const stream = start(client, "runJob", { workflow_id: "w" });
    line.say({ message: "started", job_id: "j" });
    expect(await stream.reply).toEqual({ message: "started", job_id: "j" });
  });

  test("that refuses it rejects the reply, and the reader", async () => {
    const { client, line } = await connected("nodetool");
    const stream = start(client, "runJob", { workflow_id: "w" });
    line.say({ error: "workflow_id is required" });
    await expect(stream.next()).rejects.toMatchObject({ code: "rejected", reply: { error: "workflow_id is required" } });
    await expect(stream.reply).rejects.toMatchObject({ code: "rejected" });
    expect(await stream.next()).toEqual({ done: true, value: undefined });
  });

  test("gives up when the time is over and nothing came", async () => {
    const { client, clock } = await connected("nodetool", { heartbeat: false });
    const stream = start(client, "runJob", { workflow_id: "w" }, { timeout: 20 });
    const failed = expect(stream.next()).rejects.toMatchObject({ code: "timeout" });
    await clock.pass(20);
    await failed;
  });

  test("may be missing where messages come", async () => {
    const { client, line, clock } = await connected("nodetool", { heartbeat: false });
    const stream = start(client, "runJob", { workflow_id: "w" }, { timeout: 20 });
    line.say(job("j", "running"));
    await clock.pass(20);
    line.say(job("j", "completed"));
    expect(await namesOf(stream)).toEqual(["job_update", "job_update"]);
    await expect(stream.reply).rejects.toMatchObject({ code: "timeout" });
  });
});

test("a stream that ended leaves no timer, no listener and no request behind, answered or not", async () => {
  const { client, line, clock } = await connected("nodetool", { heartbeat: false, maxPending: 2 });
  const { signal } = new AbortController();
  for (const answer of [[], [{ message: "started", job_id: "a" }]]) {
    const stream = start(client, "runJob", { workflow_id: "w" }, { signal });
    for (const frame of [...answer, job("a", "completed")]) line.say(frame);
    expect(await namesOf(stream)).toEqual(["job_update"]);
    expect([clock.timers, getEventListeners(signal, "abort").length]).toEqual([0, 0]);
    await (answer.length === 0 ? expect(stream.reply).rejects.toMatchObject({ code: "timeout" }) : stream.reply);
  }
  const next = client["clearModels"]?.({});
  line.say({ message: "cleared" });
  expect(await next).toEqual({ message: "cleared" });
});

describe("messages find their streams", () => {
  test("by the name that the reply gave", async () => {
    const { client, line } = await connected("nodetool");
    const [first, second] = [start(client, "runJob", { workflow_id: "1" }), start(client, "runJob", { workflow_id: "2" })];
    line.say({ message: "started", job_id: "a" });
    line.say({ message: "started", job_id: "b" });
    for (const [id, status] of [
      ["b", "running"],
      ["a", "running"],
      ["b", "completed"],
      ["a", "failed"],
    ] as const)
      line.say(job(id, status));
    expect([(await first.next()).value?.value, await namesOf(second)]).toEqual([
      job("a", "running"),
      ["job_update", "job_update"],
    ]);
  });

  test("by the name of their first message that belongs to no other", async () => {
    const { client, line } = await connected("nodetool");
    const [first, second] = [start(client, "runJob", { workflow_id: "1" }), start(client, "runJob", { workflow_id: "2" })];
    line.say(job("a", "running"));
    line.say(job("b", "completed"));
    line.say(job("a", "completed"));
    expect([await namesOf(first), await namesOf(second)]).toEqual([["job_update", "job_update"], ["job_update"]]);
  });

  test("by what the start asked for", async () => {
    const { client, line } = await connected("nodetool");
    const [run, again] = [start(client, "runJob", { workflow_id: "1" }), start(client, "reconnectJob", { job_id: "old" })];
    line.say(job("old", "completed"));
    line.say(job("new", "completed"));
    expect([(await run.next()).value?.value, (await again.next()).value?.value]).toEqual([
      job("new", "completed"),
      job("old", "completed"),
    ]);
  });

  test("but stragglers of one that ended are nobody's", async () => {
    const { client, line } = await connected("nodetool");
    start(client, "runJob", { workflow_id: "1" });
    line.say(job("a", "completed"));
    const next = start(client, "runJob", { workflow_id: "2" });
    line.say(job("a", "running"));
    line.say(job("b", "completed"));
    expect((await next.next()).value?.value).toEqual(job("b", "completed"));
  });

  test("that carry no name belong to the one in flight", async () => {
    const { client, line } = await connected("nodetool");
    const stream = start(client, "chatMessage", { thread_id: "t", content: "c" });
    line.say({ type: "chunk", content: "a", done: false });
    line.say({ type: "chunk", content: "b", done: false, thread_id: "other" });
    line.say({ type: "message", role: "assistant", content: "ab", thread_id: "t" });
    expect(await namesOf(stream)).toEqual(["chunk", "message"]);
  });
});

test("a reader that cannot follow gets what was kept, and then a clear error", async () => {
  const { client, line } = await connected("nodetool", { streamBuffer: 2 });
  const stream = start(client, "runJob", { workflow_id: "w" });
  for (let count = 0; count < 5; count += 1) line.say(job("j", "running"));
  await stream.next();
  await stream.next();
  await expect(stream.next()).rejects.toMatchObject({ code: "overloaded" });
  expect(client.state).toBe("open");
});

test("a signal ends a stream that runs", async () => {
  const { client, line } = await connected("nodetool");
  const giving = new AbortController();
  const stream = start(client, "runJob", { workflow_id: "w" }, { signal: giving.signal });
  line.say(job("j", "running"));
  giving.abort();
  await stream.next();
  await expect(stream.next()).rejects.toMatchObject({ code: "aborted" });
});

test("streams of MessagePack carry bytes", async () => {
  const { client, line } = await connected("nodetool");
  const stream = start(client, "runJob", { workflow_id: "w" });
  expect(unpack(line.raw[0])).toEqual({ command: "run_job", data: { workflow_id: "w" } });
  line.say({ type: "binary_update", node_id: "n", output_name: "o", binary: "AQI=", job_id: "j" });
  await settled();
  expect((await stream.next()).value?.value).toMatchObject({ binary: new Uint8Array([1, 2]) });
});
