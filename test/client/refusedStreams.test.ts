import { describe, expect, test } from "vitest";
import type { StreamDescriptor } from "../../runtime/src/conversation.ts";
import { roomContract } from "../server/support/roomProtocol.ts";
import { roomClient } from "./support/roomClient.ts";
import { namesOf } from "./support/stage.ts";
import { startStream } from "./support/startStream.ts";

const QUERY: StreamDescriptor = {
  start: "query",
  items: ["item"],
  ends: [{ message: "over" }],
  after: [],
  match: [["/id", "/id"]],
};

const FAULT = { type: "fault", code: "NO", text: "no" };

describe("a stream whose start has no reply pair is refused by the contract's error", () => {
  test("that names it, whether or not it has begun", async () => {
    const { client, line } = await roomClient({ streams: [QUERY] });
    const [first, second] = ["a", "b"].map((id) => startStream(client, "query", { id }));
    line.say({ type: "item", n: 1, id: "a" });
    await first?.next();
    line.say({ ...FAULT, id: "a" });
    await expect(first?.next()).rejects.toMatchObject({
      code: "rejected",
      message: "[rejected] query: NO: no",
      reply: { ...FAULT, id: "a" },
    });
    line.say({ type: "over", id: "b" });
    expect(second && (await namesOf(second))).toEqual(["over"]);
  });

  test("that names nothing, before its first message", async () => {
    const { client, line } = await roomClient({ streams: [{ ...QUERY, match: [] }] });
    const stream = startStream(client, "query", {});
    line.say(FAULT);
    await expect(stream.next()).rejects.toMatchObject({ code: "rejected" });
    expect(await stream.reply).toBeUndefined();
  });

  test("but not by one that may be about anything, once it has begun; nor by that of a request", async () => {
    const { client, line } = await roomClient({ streams: [{ ...QUERY, match: [] }] });
    const stream = startStream(client, "query", {});
    const asked = expect(client["say"]?.({ text: "x", id: "1" })).rejects.toMatchObject({ code: "rejected" });
    for (const frame of [{ ...FAULT, id: "1" }, { type: "item", n: 1 }, FAULT, { type: "over" }]) line.say(frame);
    await asked;
    expect(await namesOf(stream)).toEqual(["item", "over"]);
  });
});

test("a pair of errors alone refuses, and has no answer to wait for", async () => {
  const pair = { request: "query", replies: [], errors: ["fault"], match: QUERY.match };
  const { client, line, clock } = await roomClient({ streams: [QUERY], replies: [...(roomContract.replies ?? []), pair] });
  const stream = startStream(client, "query", { id: "a" });
  line.say({ type: "item", n: 1, id: "a" });
  expect(await stream.reply).toBeUndefined();
  await stream.next();
  expect(clock.timers).toBe(0);
  line.say({ ...FAULT, id: "a" });
  await expect(stream.next()).rejects.toMatchObject({ code: "rejected" });
});

test("streams that nothing tells apart wait in line", async () => {
  const { client, line } = await roomClient({ streams: [{ ...QUERY, match: [] }] });
  const [first, second] = [startStream(client, "query", {}), startStream(client, "query", {})];
  expect(line.frames).toHaveLength(1);
  line.say({ type: "over" });
  expect(await namesOf(first)).toEqual(["over"]);
  expect(line.frames).toHaveLength(2);
  line.say({ type: "over" });
  expect(await namesOf(second)).toEqual(["over"]);
});

test("an error that ends a stream does not refuse the next one, which begins as its place gets free", async () => {
  const ends = [{ message: "over" }, { message: "fault" }];
  const { client, line } = await roomClient({ streams: [{ ...QUERY, match: [], ends, concurrent: 1 }] });
  const [first, second] = ["a", "b"].map((id) => startStream(client, "query", { id }));
  line.say(FAULT);
  expect(first && (await namesOf(first))).toEqual(["fault"]);
  line.say({ type: "item", n: 1 });
  line.say({ type: "over" });
  expect(second && (await namesOf(second))).toEqual(["item", "over"]);
});
