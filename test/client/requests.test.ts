import { describe, expect, test } from "vitest";
import { unpack } from "./support/definitions.ts";
import { connected, expectNothingLeft, reconnected } from "./support/stage.ts";
import { startStream } from "./support/startStream.ts";

const result = (requestId?: string, tag = "ok") => ({
  type: "RESULT",
  ...(requestId === undefined ? {} : { requestId }),
  result: { stateMutations: [], events: [], returnValue: tag },
});

test("a request resolves with the body of its answer", async () => {
  const { client, line } = await connected("panel");
  const asked = client["trigger"]?.({ tool: "add", requestId: "1" });
  expect(line.frames).toEqual([{ type: "TRIGGER", tool: "add", requestId: "1" }]);
  line.say(result("1"));
  expect(await asked).toEqual(result("1"));
});

describe("answers find their requests", () => {
  test("by the fields that match, in any order", async () => {
    const { client, line } = await connected("panel");
    const asked = ["a", "b", "c"].map((requestId) => client["trigger"]?.({ tool: "t", requestId }));
    for (const id of ["c", "a", "b"]) line.say(result(id, id));
    expect(await Promise.all(asked)).toEqual(["a", "b", "c"].map((id) => result(id, id)));
  });

  test("first in, first out where nothing tells them apart", async () => {
    const { client, line } = await connected("panel");
    const asked = [client["trigger"]?.({ tool: "t" }), client["trigger"]?.({ tool: "t" })];
    line.say(result(undefined, "first"));
    line.say(result(undefined, "second"));
    expect(await Promise.all(asked)).toEqual([result(undefined, "first"), result(undefined, "second")]);
  });

  test("by other fields than an id, per session", async () => {
    const { client, line } = await connected("terminal");
    const asked = ["s1", "s2"].map((sessionId) => client["terminalCommand"]?.({ command: "ls", sessionId }));
    const output = (sessionId: string) => ({ type: "terminal_output", output: sessionId, sessionId });
    line.say(output("s2"));
    line.say(output("s1"));
    expect(await Promise.all(asked)).toEqual([output("s1"), output("s2")]);
  });

  test("by what was sent, not by what its object became later", async () => {
    const { client, line } = await connected("nodetool");
    const fields = { job_id: "1" };
    const first = client["cancelJob"]?.(fields);
    fields.job_id = "2";
    const second = client["cancelJob"]?.(fields);
    for (const job_id of ["2", "1"]) line.say({ message: "cancelled", job_id });
    expect(await Promise.all([first, second])).toEqual(["1", "2"].map((job_id) => ({ message: "cancelled", job_id })));
  });
});

describe("a text that only tells calls apart is made where it is not given", () => {
  type Frame = { readonly requestId: string };

  test("so that an answer need not wait for that of an older call", async () => {
    const { client, line } = await connected("panel");
    const slow = client["trigger"]?.({ tool: "slow" });
    const fast = client["trigger"]?.({ tool: "fast", requestId: undefined });
    const [first, second] = line.frames as Frame[];
    line.say(result(second?.requestId, "fast"));
    expect(await fast).toMatchObject({ result: { returnValue: "fast" } });
    line.say(result(first?.requestId, "slow"));
    expect(await slow).toMatchObject({ result: { returnValue: "slow" } });
    const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/;
    expect([first?.requestId, second?.requestId]).toEqual([expect.stringMatching(uuid), expect.stringMatching(uuid)]);
  });

  test("but not in the place of one that is given, nor of an id with a meaning of its own", async () => {
    const { client, line } = await connected("panel");
    void client["trigger"]?.({ tool: "t", requestId: "mine" });
    expect(line.frames).toEqual([{ type: "TRIGGER", tool: "t", requestId: "mine" }]);
    const nodetool = await connected("nodetool");
    void nodetool.client["getStatus"]?.({});
    expect(nodetool.line.raw.map(unpack)).toEqual([{ command: "get_status", data: {} }]);
  });

  test("and stays the same while its message waits for a connection", async () => {
    const stage = await connected("panel");
    stage.line.end();
    const asked = stage.client["trigger"]?.({ tool: "t" });
    const line = await reconnected("panel", stage);
    line.say(result((line.frames[0] as Frame).requestId));
    expect(await asked).toMatchObject({ type: "RESULT" });
  });
});

test("a protocol's error message rejects, with its body as the reply", async () => {
  const { client, line } = await connected("panel");
  const asked = client["trigger"]?.({ tool: "t", requestId: "1" });
  const error = { type: "ERROR", code: "TOOL_NOT_FOUND", message: "no such tool", requestId: "1" };
  line.say(error);
  await expect(asked).rejects.toMatchObject({ code: "rejected", reply: error, messageName: "ERROR" });
});

describe("what the server said leads into the error's message", () => {
  test.each<readonly [string, object, string]>([
    ["its code and its text", { code: "TOOL_NOT_FOUND", message: "no such tool" }, "TRIGGER: TOOL_NOT_FOUND: no such tool"],
    ["what is empty is left out", { code: "TOOL_NOT_FOUND", message: "" }, "TRIGGER: TOOL_NOT_FOUND"],
    ["what is nothing but empty", { code: "", message: "" }, "TRIGGER was answered by ERROR"],
    ["on one printable line", { code: "A", message: "a\nb\u001b[2J\u202e" }, "TRIGGER: A: a\\u000ab\\u001b[2J\\u202e"],
    ["cut", { code: "c".repeat(500), message: "t".repeat(500) }, `TRIGGER: ${"c".repeat(119)}…: ${"t".repeat(119)}…`],
  ])("%s", async (_, fields, text) => {
    const { client, line } = await connected("panel");
    const asked = client["trigger"]?.({ tool: "t", requestId: "1" });
    line.say({ type: "ERROR", requestId: "1", ...fields });
    await expect(asked).rejects.toMatchObject({ message: `[rejected] ${text}` });
  });

  test("without a code where the contract has none, of a stream too", async () => {
    const { client, line } = await connected("nodetool");
    const [asked, stream] = [client["cancelJob"]?.({ job_id: "j" }), startStream(client, "runJob", { workflow_id: "w" })];
    line.say({ error: "job_id is unknown" });
    line.say({ error: "workflow_id is required" });
    await expect(asked).rejects.toMatchObject({ message: "[rejected] cancel_job: job_id is unknown" });
    await expect(stream.reply).rejects.toMatchObject({ message: "[rejected] run_job: workflow_id is required" });
  });
});

test("where several messages may answer, the answer says which it is", async () => {
  const { client, line } = await connected("nodetool");
  const asked = client["getStatus"]?.({});
  line.say({ active_jobs: [] });
  expect(await asked).toEqual({ message: "active_jobs", value: { active_jobs: [] } });
});

describe("what is given up", () => {
  test("after its time, by the call or by the connection's options", async () => {
    const { client, clock } = await connected("panel", { requestTimeout: 50 });
    const slow = expect(client["trigger"]?.({ tool: "t" })).rejects.toMatchObject({ code: "timeout" });
    const patient = client["trigger"]?.({ tool: "t" }, { timeout: 200 });
    await clock.pass(50);
    await slow;
    await expect(Promise.race([patient, "pending"])).resolves.toBe("pending");
    await Promise.all([clock.pass(150), expect(patient).rejects.toMatchObject({ code: "timeout" })]);
  });

  test("by its signal, which keeps no listener", async () => {
    const stage = await connected("panel");
    const giving = new AbortController();
    const asked = stage.client["trigger"]?.({ tool: "t" }, { signal: giving.signal });
    giving.abort(new Error("enough"));
    await expect(asked).rejects.toMatchObject({ code: "aborted", cause: { message: "enough" } });
    await expect(stage.client["trigger"]?.({ tool: "t" }, { signal: giving.signal })).rejects.toMatchObject({ code: "aborted" });
    expect(stage.line.frames).toHaveLength(1);
    await stage.client.close();
    expectNothingLeft(stage);
  });

  test("leaves its late answer to nobody else, and hands it to `on`", async () => {
    const { client, line, clock } = await connected("panel", { heartbeat: false });
    const heard: unknown[] = [];
    client.on("RESULT", (body) => heard.push(body));
    const late = expect(client["trigger"]?.({ tool: "t" }, { timeout: 10 })).rejects.toMatchObject({ code: "timeout" });
    await clock.pass(10);
    await late;
    const next = client["trigger"]?.({ tool: "t" });
    line.say(result(undefined, "late"));
    line.say(result(undefined, "next"));
    expect(await next).toEqual(result(undefined, "next"));
    expect(heard).toEqual([result(undefined, "late"), result(undefined, "next")]);
  });

  test("does not put a server that left an answer out of step for ever", async () => {
    const { client, line, clock } = await connected("panel", { heartbeat: false });
    const lose = () => expect(client["trigger"]?.({ tool: "t" }, { timeout: 10 })).rejects.toMatchObject({ code: "timeout" });
    const unanswered = lose();
    await clock.pass(5);
    const robbed = lose();
    await clock.pass(5);
    line.say(result(undefined, "of the second, taken for a late one of the first"));
    await clock.pass(5);
    await Promise.all([unanswered, robbed]);
    const next = client["trigger"]?.({ tool: "t" });
    line.say(result(undefined, "next"));
    expect(await next).toEqual(result(undefined, "next"));
  });
});

test("an answer that nobody asked for is ignored, and handed to `on`", async () => {
  const { client, line } = await connected("panel");
  const heard: unknown[] = [];
  client.on("RESULT", (body) => heard.push(body));
  line.say(result("foreign"));
  expect([heard, client.state]).toEqual([[result("foreign")], "open"]);
});

test("an answer that breaks the contract fails its request at once", async () => {
  const { client, line } = await connected("panel");
  const asked = client["trigger"]?.({ tool: "t", requestId: "1" });
  line.say({ type: "RESULT", requestId: "1", result: "none" });
  await expect(asked).rejects.toMatchObject({ code: "invalid-message", messageName: "RESULT", issues: [{ path: "/result" }] });
});

test("names that objects have by themselves are ids like any other", async () => {
  const { client, line } = await connected("panel");
  const ids = ["__proto__", "constructor", "toString"];
  const asked = ids.map((requestId) => client["trigger"]?.({ tool: "t", requestId }));
  for (const id of [...ids].reverse()) line.say(result(id, id));
  expect(await Promise.all(asked)).toEqual(ids.map((id) => result(id, id)));
});

test("no more than so many are pending", async () => {
  const { client, line } = await connected("panel", { maxPending: 2 });
  const asked = ["1", "2"].map((requestId) => client["trigger"]?.({ tool: "t", requestId }));
  await expect(client["trigger"]?.({ tool: "t" })).rejects.toMatchObject({ code: "overloaded" });
  line.say(result("1"));
  line.say(result("2"));
  await Promise.all(asked);
  expect(line.frames).toHaveLength(2);
});

describe("what does not match the contract is refused, and nothing is sent", () => {
  test.each([
    ["a missing field", {}, "/tool"],
    ["a wrong type", { tool: 1 }, "/tool"],
    ["a field that the contract does not know", { tool: "t", tol: 1 }, "/tol"],
  ])("%s", async (_, fields, path) => {
    const { client, line } = await connected("panel");
    const refused = expect(client["trigger"]?.(fields)).rejects;
    const message = expect.stringMatching(/^\[invalid-message\] "TRIGGER" at /);
    const issues = [expect.objectContaining({ path })];
    await refused.toMatchObject({ code: "invalid-message", messageName: "TRIGGER", message, issues });
    expect(line.frames).toEqual([]);
  });

  test("a value that JSON cannot carry", async () => {
    const { client, line } = await connected("panel");
    const loop: Record<string, unknown> = {};
    loop["self"] = loop;
    for (const args of [loop, 1n]) {
      await expect(client["trigger"]?.({ tool: "t", args })).rejects.toMatchObject({ code: "invalid-message" });
    }
    expect(line.frames).toEqual([]);
  });
});
