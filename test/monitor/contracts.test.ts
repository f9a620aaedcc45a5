import { describe, expect, test } from "vitest";
import { Findings } from "../../generator/diagnostics.ts";
import type { JsonObject } from "../../generator/json.ts";
import { buildContract } from "../../generator/model/buildContract.ts";
import type { Contract } from "../../generator/model/contract.ts";
import { client, judge, server } from "./edits.ts";

/** A contract of messages that a `type` tells apart, some of both sides, with an extension of its own at the root. */
function contractOf(clientSide: readonly string[], serverSide: readonly string[], root: JsonObject): Contract {
  const names = [...new Set([...clientSide, ...serverSide])];
  const messages = names.map((name) => [name, { name, payload: payloadOf(name) }] as const);
  const operation = (action: string, sent: readonly string[]) => ({
    action,
    channel: { $ref: "#/channels/chat" },
    messages: sent.map((name) => ({ $ref: `#/channels/chat/messages/${name}` })),
  });
  const document: JsonObject = {
    asyncapi: "3.0.0",
    info: { title: "chat", version: "1.0.0" },
    channels: { chat: { address: "/", messages: Object.fromEntries(messages) } },
    operations: { hear: operation("receive", clientSide), say: operation("send", serverSide) },
    "x-wirepact": { version: 1, protocol: "chat", ...root },
  };
  const findings = new Findings();
  const contract = buildContract(document, "chat", findings);
  if (contract === undefined) throw new Error(JSON.stringify(findings.all));
  return contract;
}

function payloadOf(name: string): JsonObject {
  const text = { type: "string" };
  return { type: "object", required: ["type"], properties: { type: { const: name }, id: text, state: text } };
}

describe("a heartbeat without a reply of its own", () => {
  const contract = contractOf(["ping", "pong"], ["ping", "pong"], {
    heartbeat: { ping: "ping", pong: "pong", from: ["client", "server"] },
  });
  const [ping, pong] = [{ type: "ping" }, { type: "pong" }];
  test("is a pair", () => {
    expect(judge(contract, [client(ping), server(ping), server(pong), client(pong)])).toEqual([]);
    expect(judge(contract, [client(ping), client(pong)])).toEqual([
      "2 reply /x-wirepact/heartbeat",
      "1 unanswered /x-wirepact/heartbeat",
    ]);
  });
});

describe("a stream that only ends, of several at a time", () => {
  const contract = contractOf(["ask"], ["part", "done", "bill"], {
    streams: [
      { start: "ask", items: ["part"], ends: [{ message: "done" }], after: ["bill"], match: [["/id", "/id"]], concurrent: 2 },
    ],
  });
  const ask = (id: string) => client({ type: "ask", id });
  const said = (type: string, id?: string) => server(id === undefined ? { type } : { type, id });
  test("is told from the other by its fields", () => {
    const steps = [ask("a"), ask("b"), said("part", "b"), said("done", "a"), said("part", "b"), said("bill", "a")];
    expect(judge(contract, [...steps, said("done", "b"), said("bill", "b")])).toEqual([]);
    expect(judge(contract, [...steps, said("part", "a")])).toEqual([
      "7 stream /x-wirepact/streams/0",
      "2 unanswered /x-wirepact/streams/0/ends",
    ]);
  });
  test("leaves room for no third", () => {
    expect(
      judge(contract, [ask("a"), ask("b"), ask("c"), ...["a", "b", "c"].flatMap((id) => [said("done", id), said("bill", id)])]),
    ).toEqual(["3 stream /x-wirepact/streams/0/concurrent"]);
  });
});

describe("a machine of the client's, without any stream", () => {
  const contract = contractOf(["move"], [], {
    machines: {
      piece: {
        message: "move",
        description: "A piece of a game.",
        key: "/id",
        state: "/state",
        initial: ["home"],
        transitions: { home: ["out"], out: ["out", "gone"], gone: [] },
      },
    },
  });
  const move = (id: string, state: string) => client({ type: "move", id, state });
  test("is followed by each key", () => {
    expect(
      judge(contract, [move("a", "home"), move("b", "home"), move("a", "out"), move("b", "out"), move("a", "gone")]),
    ).toEqual([]);
    expect(judge(contract, [move("a", "home"), move("a", "gone"), move("a", "out"), move("b", "out")])).toEqual([
      "2 state /x-wirepact/machines/piece/transitions/home",
      "3 state /x-wirepact/machines/piece/transitions/gone",
      "4 state /x-wirepact/machines/piece/initial",
    ]);
  });
});

test("a contract that says nothing of sessions has none to break but its frames", () => {
  const contract = contractOf(["a"], ["b"], {});
  expect(judge(contract, [server({ type: "b" }), client({ type: "a" }), client({ type: "b" }), server({ type: "b" })])).toEqual([
    "3 frame /channels/chat/messages/b",
  ]);
});
