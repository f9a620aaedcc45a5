import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { clientSuite } from "../../generator/conform/client/clientSuite.ts";
import type { ConformCase } from "../../generator/conform/conformCase.ts";
import { runCases } from "../../generator/conform/run.ts";
import type { Verdict } from "../../generator/conform/verdict.ts";
import type { JsonObject } from "../../generator/json.ts";
import type { Contract } from "../../generator/model/contract.ts";
import { contractOf } from "../support/makeFiles.ts";
import { loadShipped } from "../support/protocols.ts";
import { type Shipped, shippedContract } from "../support/shipped.ts";

const FAULTY = fileURLToPath(new URL("clients/faulty.mjs", import.meta.url));

/** Milliseconds in which whatever comes to an end does. */
const PATIENT = 60_000;

const contracts = new Map<string, Contract>();

/** The case in which a client plays a flow, `protocol/flow`. */
async function casesOf(flow: string, command: readonly string[]): Promise<ConformCase[]> {
  const [protocol = "", name] = flow.split("/");
  const contract = contracts.get(protocol) ?? (await shippedContract(protocol as Shipped));
  contracts.set(protocol, contract);
  const { cases } = clientSuite(contract, command);
  return cases.filter(({ id }) => id === `client/${protocol}/flow/${name}`);
}

async function verdictOn(flow: string, command: readonly string[]): Promise<Verdict> {
  for await (const { verdict } of runCases(await casesOf(flow, command), { timeout: PATIENT })) return verdict;
  throw new Error(`no case plays ${flow}`);
}

function faulty(flow: string, fault: string): Promise<Verdict> {
  return verdictOn(flow, [process.execPath, FAULTY, fault]);
}

test.each(["none", "extra-message", "noisy", "deep-message", "without-code"])("what is no fault passes: %s", async (fault) => {
  expect(await faulty("panel/heartbeat", fault)).toEqual({ kind: "pass" });
});

test("a step that is nested a million deep is a step like any other", async () => {
  expect(await faulty("panel/trigger", "deep-message")).toMatchObject({ kind: "fail", rule: "client-flow" });
});

describe("what breaks the contract is told with the rule, the place and the frame:", () => {
  test.each([
    [
      "unknown-value",
      "nodetool/text-mode",
      "frame",
      '"set_mode" at /data/mode: must be equal to one of the allowed values: ["binary","text"], got "xml"',
    ],
    [
      "wrong-direction",
      "panel/heartbeat",
      "frame",
      '"RESULT" at /type: must not be sent by the client: only the server sends this message, got "RESULT"',
    ],
    ["unknown-message", "panel/heartbeat", "frame", /^frame at \/type: must be one of "TRIGGER", .*, got "PINK"$/],
    ["no-id", "nodetool/agent-task", "frame", /^"tool_result" at \/tool_call_id: must have required property/],
    ["other-id", "nodetool/agent-task", "reply-fields", /tool_call_id/],
    ["answers-twice", "nodetool/heartbeat", "reply", /^pong/],
    ["no-json", "panel/heartbeat", "frame", /must be JSON/],
    ["wrong-opcode", "panel/heartbeat", "encoding", /msgpack/],
    ["no-msgpack", "nodetool/text-mode", "frame", /must be MessagePack/],
    ["wrong-msgpack", "nodetool/text-mode", "frame", /^"set_mode" at \/data\/mode: must be string, got 1/],
  ])("%s", async (fault, flow, rule, text) => {
    const verdict = await faulty(flow, fault);
    expect(verdict).toMatchObject({ kind: "fail", rule, at: { pointer: expect.any(String) }, frame: expect.any(String) });
    expect(verdict).toMatchObject({ text: typeof text === "string" ? text : expect.stringMatching(text) });
  });

  test.each([
    ["no-session", "frame", /^"query" at \/data\/session_id: must have required property/],
    ["unknown-event", "frame", /^frame at \/event: must be one of "query", got "question"$/],
    ["server-event", "frame", /^"tool_count" at \/event: must not be sent by the client/],
    ["two-values", "frame", /must be an event with one value, got 2/],
    ["connects-twice", "client-connection", /^it connected a second time$/],
  ])("%s, of Socket.IO", async (fault, rule, text) => {
    expect(await faulty("agent/query", fault)).toMatchObject({ kind: "fail", rule, text: expect.stringMatching(text) });
  });

  test("skips-answer", async () => {
    const verdict = await faulty("nodetool/heartbeat", "skips-answer");
    expect(verdict).toMatchObject({ kind: "fail", rule: "unanswered", text: "ping must be answered by pong, and never was" });
  });
});

describe("what does not play the flow is told with what is missing:", () => {
  test.each([
    ["another-message", "client-flow", "it did not send the flow's PING, and ended with status 0; 0 of the client's steps came"],
    ["closes-early", "client-flow", "it did not send the flow's PING, and ended with status 0; 0 of the client's steps came"],
    ["never-connects", "client-connection", "it did not connect, and ended with status 0"],
    ["other-path", "client-connection", "it asked for /other/id/ws, and was told /panels/id/ws"],
    ["twice", "client-connection", "it connected a second time"],
    [
      "breaks-transport",
      "client-connection",
      "the connection brought what is no frame of WebSocket: Invalid WebSocket frame: MASK must be set",
    ],
    ["terminates", "client-connection", "the connection was lost, without a close"],
    ["exits-open", "client-connection", "the connection was lost, without a close"],
    ["odd-code", "client-connection", "the connection was closed with 4999"],
    ["too-large", "client-connection", "the connection brought a frame of more than 16777216 bytes"],
    ["flood", "client-flood", "it sent more than 10000 frames"],
    ["crash", "client-exit", "it ended with status 3; it said: TypeError: \u001b[31mno"],
    ["crash-later", "client-exit", "it ended with status 4; it said: it broke"],
    ["killed", "client-exit", "it was ended by SIGKILL"],
  ])("%s", async (fault, rule, text) => {
    const verdict = await faulty("panel/heartbeat", fault);
    expect(verdict).toMatchObject({ kind: "fail", rule, text });
  });

  test("no-query", async () => {
    const text = "it asked for /, and was told /?engineId=engineId";
    expect(await faulty("flowork/request-drives", "no-query")).toMatchObject({ kind: "fail", rule: "client-connection", text });
  });
});

describe("what never ends is ended when its time is over, and told by what is missing:", () => {
  test.each([
    [
      "closes-and-hangs",
      "panel/heartbeat",
      "client-flow",
      "it did not send the flow's PING in time; 0 of the client's steps came",
    ],
    ["says-nothing", "panel/heartbeat", "client-flow", "it did not send the flow's PING in time; 0 of the client's steps came"],
    ["never-ends", "panel/heartbeat", "client-exit", "it has played the flow, and did not end in time"],
    ["never-connects-and-hangs", "panel/heartbeat", "client-connection", "it did not connect in time"],
    ["other-namespace", "agent/query", "client-connection", "it did not connect in time"],
  ])("%s", async (fault, flow, rule, text) => {
    const ready = createServer().listen(0, "127.0.0.1");
    await once(ready, "listening");
    const { port } = ready.address() as AddressInfo;
    const time = new AbortController();
    // Its time is over as soon as it does nothing any more.
    ready.on("connection", () => time.abort("in time"));
    onTestFinished(() => void ready.close());
    const [one] = await casesOf(flow, ["env", `READY=${port}`, process.execPath, FAULTY, fault]);
    expect(await one?.run(time.signal)).toMatchObject({ kind: "fail", rule, text });
  });
});

test("a client that reads nothing shows nothing of what it tolerates", async () => {
  const { cases } = clientSuite(await shippedContract("panel"), [process.execPath, FAULTY, "reads-nothing"]);
  const told: Record<string, unknown> = {};
  for await (const { id, verdict } of runCases(cases, { timeout: PATIENT })) told[id.slice("client/panel/".length)] = verdict;
  const reason = "it went on without waiting for RESULT: nothing shows what it can read";
  expect(told).toEqual({
    "flow/trigger": { kind: "pass" },
    "flow/heartbeat": { kind: "pass" },
    "flow/unknown-tool": { kind: "pass" },
    "tolerates/unknown-properties": { kind: "skipped", reason },
    "tolerates/unknown-message": { kind: "skipped", reason },
  });
});

describe("of a contract without flows", async () => {
  const { document } = await loadShipped("panel");
  const extension = document["x-wirepact"] as JsonObject;
  const contract = contractOf({ ...document, "x-wirepact": { ...extension, scenarios: [] } }, "panel");

  test.each([
    ["extra-message", "pass", "skipped"],
    ["unknown-message", "fail", "fail"],
    ["crash", "fail", "fail"],
  ])("a client may say anything that is legal: %s, %s, but shows nothing of what it tolerates", async (fault, kind, other) => {
    const { cases } = clientSuite(contract, [process.execPath, FAULTY, fault]);
    expect(cases.map(({ id }) => id.slice("client/panel/".length))).toEqual([
      "anything",
      "tolerates/unknown-properties",
      "tolerates/unknown-message",
    ]);
    const kinds: string[] = [];
    for await (const { verdict } of runCases(cases, { timeout: PATIENT })) kinds.push(verdict.kind);
    expect(kinds).toEqual([kind, other, other]);
  });
});

test("a program that does not play a flow says so, and the case is skipped", async () => {
  expect(await faulty("panel/heartbeat", "not-this-flow")).toEqual({ kind: "skipped", reason: "only the others" });
});

test("a program that is none is no client at fault", async () => {
  const text = "it could not be started: spawn /no/such/program ENOENT";
  expect(await verdictOn("panel/heartbeat", ["/no/such/program"])).toEqual({ kind: "harness-error", text });
});

test("a command that is one word is no program: it is told to be written unquoted", async () => {
  const text =
    "it could not be started: spawn node no-such-client.js ENOENT; no shell takes it apart: write the command unquoted, -- node no-such-client.js";
  expect(await verdictOn("panel/heartbeat", ["node no-such-client.js"])).toEqual({ kind: "harness-error", text });
});

test("a program that only hangs is not started for every flow", async () => {
  const suite = clientSuite(await shippedContract("terminal"), [process.execPath, FAULTY, "never-connects-and-hangs"]);
  const verdicts: Verdict[] = [];
  for await (const { verdict } of runCases(suite.cases, { timeout: 100 })) verdicts.push(verdict);
  expect(verdicts.map(({ kind }) => kind)).toEqual(["fail", "fail", "fail", ...Array<string>(6).fill("harness-error")]);
});
