import { describe, expect, test } from "vitest";
import { unpack } from "./support/definitions.ts";
import { settled } from "./support/fakeClock.ts";
import { connected, expectNothingLeft, namesOf, reconnected, type TestClient, type TestStream } from "./support/stage.ts";

/** A stream is given at once, though the loose type of a test's client says otherwise. */
function start(client: TestClient, method: string, fields: unknown, options = {}): TestStream {
  return client[method]?.(fields, options) as unknown as TestStream;
}

const job = (job_id: string, status: string) => ({ type: "job_update", job_id, status });
const progress = (event: string) => ({ event: "agent_event", data: { event_type: "searching", data: { query: event } } });
const metadata = { tool_name: "t", synthesized: false, tool_result: "r" };
const complete = (session_id: string) => ({
  event: "query_complete",
  data: { success: true, response: "r", metadata, session_id },
});
const query = (session_id: string) => ({ prompt: "p", session_id });

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

describe("one at a time", () => {
  const event = (frame: unknown) => ({ kind: "event", frame }) as const;

  test("a second start waits for the end of the first", async () => {
    const { client, line } = await connected("agent");
    const [first, second] = [start(client, "query", query("1")), start(client, "query", query("2"))];
    expect(line.raw).toHaveLength(1);
    line.receive(event(progress("1")));
    line.receive(event(complete("1")));
    expect(line.raw).toHaveLength(2);
    line.receive(event(progress("2")));
    line.receive(event(complete("2")));
    expect([await namesOf(first), await namesOf(second)]).toEqual([
      ["agent_event", "query_complete"],
      ["agent_event", "query_complete"],
    ]);
  });

  test("messages after the end disturb nobody, and reach `on`", async () => {
    const { client, line } = await connected("agent");
    const heard: unknown[] = [];
    client.on("tool_count", (body) => heard.push(body));
    const [first, second] = [start(client, "query", query("1")), start(client, "query", query("2"))];
    for (const frame of [complete("1"), { event: "tool_count", data: { count: 3 } }, complete("2")]) line.receive(event(frame));
    expect([await namesOf(first), await namesOf(second), heard]).toEqual([
      ["query_complete"],
      ["query_complete"],
      [{ count: 3 }],
    ]);
  });

  test("leaving the loop keeps the place of a query that the server still runs", async () => {
    const { client, line } = await connected("agent");
    const first = start(client, "query", query("1"));
    line.receive(event(progress("1")));
    for await (const _ of first) break;
    const second = start(client, "query", query("2"));
    line.receive(event(progress("1")));
    expect(line.raw).toHaveLength(1);
    line.receive(event(complete("1")));
    line.receive(event(progress("2")));
    line.receive(event(complete("2")));
    expect(await namesOf(second)).toEqual(["agent_event", "query_complete"]);
  });

  test("a start that waits can be given up", async () => {
    const stage = await connected("agent");
    const giving = new AbortController();
    start(stage.client, "query", query("1"));
    const second = start(stage.client, "query", query("2"), { signal: giving.signal });
    giving.abort();
    await expect(second.next()).rejects.toMatchObject({ code: "aborted" });
    stage.line.receive(event(complete("1")));
    expect(stage.line.raw).toHaveLength(1);
    await stage.client.close();
    expectNothingLeft(stage);
  });

  test("a start that waits outlives a lost connection; the one under way does not", async () => {
    const stage = await connected("agent");
    const [first, second] = [start(stage.client, "query", query("1")), start(stage.client, "query", query("2"))];
    const line = await reconnected("agent", stage);
    await expect(first.next()).rejects.toMatchObject({ code: "closed" });
    expect(line.raw).toHaveLength(1);
    line.receive(event(complete("2")));
    expect(await namesOf(second)).toEqual(["query_complete"]);
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

test("an end that breaks the contract ends its stream with an error, and makes room for the next", async () => {
  const { client, line } = await connected("agent");
  const [first, second] = [start(client, "query", query("1")), start(client, "query", query("2"))];
  line.receive({ kind: "event", frame: { event: "query_complete", data: { success: "yes", session_id: "1" } } });
  await expect(first.next()).rejects.toMatchObject({ code: "invalid-message", messageName: "query_complete" });
  line.receive({ kind: "event", frame: complete("2") });
  expect(await namesOf(second)).toEqual(["query_complete"]);
});

test("a message that breaks the contract, or that it does not know, is left out", async () => {
  const { client, line } = await connected("agent");
  const unknown: unknown[] = [];
  client.onUnknown((_, { code }) => unknown.push(code));
  const stream = start(client, "query", query("1"));
  for (const data of [
    { event_type: "new_kind", data: {} },
    { event_type: "tool_found", data: {} },
  ]) {
    line.receive({ kind: "event", frame: { event: "agent_event", data } });
  }
  line.receive({ kind: "event", frame: complete("1") });
  expect([await namesOf(stream), unknown]).toEqual([["query_complete"], ["unknown-message", "invalid-message"]]);
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

test("an invalid start fails its stream, and takes no place", async () => {
  const { client, line } = await connected("agent");
  const wrong = start(client, "query", { prompt: 1 });
  await expect(wrong.next()).rejects.toMatchObject({ code: "invalid-message" });
  start(client, "query", query("1"));
  expect(line.raw).toHaveLength(1);
});

test("streams of MessagePack carry bytes", async () => {
  const { client, line } = await connected("nodetool");
  const stream = start(client, "runJob", { workflow_id: "w" });
  expect(unpack(line.raw[0])).toEqual({ command: "run_job", data: { workflow_id: "w" } });
  line.say({ type: "binary_update", node_id: "n", output_name: "o", binary: "AQI=", job_id: "j" });
  await settled();
  expect((await stream.next()).value?.value).toMatchObject({ binary: new Uint8Array([1, 2]) });
});
