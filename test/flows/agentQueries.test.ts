import { connectAgent } from "@wirepact/agent/client";
import type { AgentHandlers } from "@wirepact/agent/server";
import { describe, expect, test } from "vitest";
import { Mailbox } from "../socketio/mailbox.ts";
import { ask, complete, dial, names, plainAgent, start, take } from "./support/agent.ts";

/** Facts of agent's queries, in the words of decisions.md, "agent": what a plain socket.io-client sees of the generated server. */

describe("query: many agent_event, then query_complete or error, then session_memory and tool_count", () => {
  test.each([
    ["what the handler refuses", "refuse", "no model"],
    ["what it fails at, in words of the stub's own", "fail", "internal error"],
  ])("error where it could not be processed: %s", async (_, prompt, message) => {
    const client = dial(await start());
    await take(client, 1);
    client.socket.emit("query", ask(prompt));
    expect(await take(client, 1)).toEqual([["error", { message }]]);
    client.socket.emit("query", ask("?"));
    expect(names(await take(client, 4))).toEqual(["agent_event", "query_complete", "session_memory", "tool_count"]);
  });

  test.each([
    ["no prompt", "query", [{ session_id: "s" }]],
    ["no session", "query", [{ prompt: "p" }]],
    ["no data", "query", []],
    ["an unknown event", "jump", [{}]],
    ["an event that only the server sends", "tool_count", [{ count: 1 }]],
    ["bytes", "query", [Buffer.from("x")]],
  ])("error answers %s, and the connection lives on", async (_, event, values) => {
    const client = dial(await start());
    await take(client, 1);
    client.socket.emit(event, ...values);
    expect(await take(client, 1)).toEqual([["error", { message: expect.any(String) }]]);
    client.socket.emit("query", ask("?"));
    expect(names(await take(client, 1))).toEqual(["agent_event"]);
  });
});

describe("agent_event, tool_count and error carry no session: one running query per connection", () => {
  /** Holds each query until the one before it may end. */
  function holding() {
    const ends: (() => void)[] = [];
    const begun = new Mailbox<string>();
    const query: AgentHandlers["query"] = async function* ({ prompt, session_id }) {
      begun.put(prompt);
      await new Promise<void>((resolve) => ends.push(resolve));
      yield ["query_complete", { ...complete(session_id), response: prompt }];
    };
    return { query, ends, begun };
  }

  test("the server lets a second query of a plain client wait", async () => {
    const { query, ends, begun } = holding();
    const client = dial(await start({}, { query }));
    await take(client, 1);
    client.socket.emit("query", ask("one"));
    client.socket.emit("query", ask("two"));
    expect(await begun.next()).toBe("one");
    // The answer to a third frame says that the second has been read.
    client.socket.emit("jump");
    expect(names(await take(client, 1))).toEqual(["error"]);
    expect(begun.kept).toEqual([]);
    ends.shift()?.();
    expect(await begun.next()).toBe("two");
    ends.shift()?.();
    expect(await take(client, 2)).toEqual(["one", "two"].map((response) => ["query_complete", { ...complete("s-1"), response }]));
  });

  test("two connections do not wait for each other", async () => {
    const { query, begun } = holding();
    const host = await start({}, { query });
    for (const prompt of ["one", "two"]) {
      const client = dial(host);
      await take(client, 1);
      client.socket.emit("query", ask(prompt));
      expect(await begun.next()).toBe(prompt);
    }
  });

  test("the client stub queues a second", async () => {
    const near = await plainAgent();
    const client = await connectAgent(near.url);
    const [one, two] = [client.query(ask("one")), client.query(ask("two"))];
    expect(await near.heard.next()).toEqual(["query", ask("one")]);
    expect(near.heard.kept).toEqual([]);
    near.emit("query_complete", complete("s-1"));
    for await (const { message } of one) expect(message).toBe("query_complete");
    expect(await near.heard.next()).toEqual(["query", ask("two")]);
    near.emit("error", { message: "no" });
    for await (const { message } of two) expect(message).toBe("error");
    await client.close();
  });
});

describe("an unknown event_type reaches the client as unknown, not as a failure", () => {
  test.each([
    ["an event_type of tomorrow", "agent_event", { event_type: "dreaming", data: {} }],
    ["an event of tomorrow", "dream", { deep: true }],
  ])("%s", async (_, event, data) => {
    const near = await plainAgent();
    const client = await connectAgent(near.url);
    const unknown: unknown[] = [];
    client.onUnknown((frame) => void unknown.push(frame));
    const query = client.query(ask("?"));
    await near.heard.next();
    near.emit(event, data);
    near.emit("query_complete", complete("s-1"));
    const messages = [];
    for await (const { message } of query) messages.push(message);
    expect(messages).toEqual(["query_complete"]);
    expect(unknown).toEqual([{ event, data }]);
    await client.close();
  });
});
