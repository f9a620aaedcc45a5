import { describe, expect, test } from "vitest";
import type { CallOptions } from "../../runtime/src/client/options.ts";
import type { AnyConnectOptions } from "../../runtime/src/client/settings.ts";
import { connected, expectNothingLeft, namesOf, reconnected } from "./support/stage.ts";
import { startStream as start } from "./support/startStream.ts";

const progress = (event: string) => ({ event: "agent_event", data: { event_type: "searching", data: { query: event } } });
const metadata = { tool_name: "t", synthesized: false, tool_result: "r" };
const complete = (session_id: string) => ({
  event: "query_complete",
  data: { success: true, response: "r", metadata, session_id },
});
const query = (session_id: string) => ({ prompt: "p", session_id });

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

  test.each<readonly [string, AnyConnectOptions, CallOptions]>([
    ["by the call", {}, { timeout: 300 }],
    ["by the connection's options", { requestTimeout: 300 }, {}],
  ])("a start that waits gives up after its time, %s, and leaves the line", async (_, settings, options) => {
    const stage = await connected("agent", settings);
    const { client, line, clock } = stage;
    const first = start(client, "query", query("1"));
    line.receive(event(progress("1")));
    const second = start(client, "query", query("2"), options);
    const failed = expect(second.next()).rejects.toMatchObject({
      code: "timeout",
      message: "[timeout] query: others were under way, and its turn did not come within 300 ms",
    });
    await clock.pass(300);
    await failed;
    const third = start(client, "query", query("3"), { timeout: 1000 });
    line.receive(event(complete("1")));
    line.receive(event(complete("3")));
    expect([line.raw.length, await namesOf(first), await namesOf(third)]).toEqual([
      2,
      ["agent_event", "query_complete"],
      ["query_complete"],
    ]);
    await client.close();
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

test("an invalid start fails its stream, and takes no place", async () => {
  const { client, line } = await connected("agent");
  const wrong = start(client, "query", { prompt: 1 });
  await expect(wrong.next()).rejects.toMatchObject({ code: "invalid-message" });
  start(client, "query", query("1"));
  expect(line.raw).toHaveLength(1);
});
