import { describe, expect, test } from "vitest";
import { dial, PING, start } from "./support/nodetool.ts";

/** What nodetool does not carry out, in the words of decisions.md, "nodetool": what a plain socket sees of the generated server. */

describe("a missing field is answered {error: '<field> is required'}", () => {
  test.each([
    ["job_id", "reconnect_job", {}],
    ["job_id", "cancel_job", {}],
    ["job_id", "stream_input", { input: "i", value: 1 }],
    ["input", "stream_input", { job_id: "j", value: 1 }],
    ["value", "stream_input", { job_id: "j", input: "i" }],
    ["job_id", "end_input_stream", { input: "i" }],
    ["input", "end_input_stream", { job_id: "j" }],
    ["workflow_id", "run_job", {}],
    ["workflow_id", "run_job", { graph: null }],
    ["thread_id", "chat_message", { content: "hi" }],
    ["content", "chat_message", { thread_id: "t" }],
    ["mode", "set_mode", {}],
  ])("%s of %s %j", async (field, command, data) => {
    const plain = await dial(await start());
    const { frame } = await plain.ask("binary", { command, data });
    expect(frame).toMatchObject({ error: `${field} is required` });
    expect(await plain.ask("binary", PING)).toMatchObject({ frame: { type: "pong" } });
  });

  test.each([
    ["data", { command: "run_job" }],
    ["tool_call_id", { type: "tool_result", result: {}, ok: true }],
    ["result", { type: "tool_result", tool_call_id: "c", ok: true }],
    ["ok", { type: "tool_result", tool_call_id: "c", result: {} }],
  ])("%s of %j", async (field, frame) => {
    const plain = await dial(await start());
    expect((await plain.ask("binary", frame)).frame).toMatchObject({ error: `${field} is required` });
  });
});

describe("a validation error, {error: string, ...}; the connection lives on", () => {
  test.each([
    ["stop, with neither job_id nor thread_id", { command: "stop", data: {} }],
    ["an unknown command", { command: "jump", data: {} }],
    ["an unknown type", { type: "jump" }],
    ["neither command nor type", { data: {} }],
    ["a message that only servers send", { type: "job_update", status: "running" }],
    ["a job that is unknown", { command: "get_status", data: { job_id: "other" } }],
    ["a command that the server does not have", { command: "clear_models", data: {} }],
    ["a handler that throws, in words of the stub's own", { command: "stop", data: { job_id: "j" } }],
  ])("%s", async (_, asked) => {
    const plain = await dial(await start());
    const { frame } = await plain.ask("binary", asked);
    expect(frame).toMatchObject({ error: expect.any(String) });
    expect(frame).not.toHaveProperty("type");
    expect(JSON.stringify(frame)).not.toContain("hunter2");
    expect(await plain.ask("binary", PING)).toMatchObject({ frame: { type: "pong" } });
  });

  test.each([
    ["bytes that are no MessagePack", Buffer.from([0xc1])],
    ["a text that is no JSON", "{"],
  ])("%s", async (_, raw) => {
    const plain = await dial(await start());
    plain.stranger.send(raw);
    expect(await plain.hear()).toEqual({ as: "binary", frame: { error: expect.any(String) } });
    expect(await plain.ask("binary", PING)).toMatchObject({ frame: { type: "pong" } });
  });
});
