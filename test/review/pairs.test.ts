import fc from "fast-check";
import { expect, test } from "vitest";
import type { Change, Meeting } from "../../generator/compare/change.ts";
import { compareContracts } from "../../generator/compare/compareContracts.ts";
import { worst } from "../../generator/compare/judgement.ts";
import { include } from "../../generator/compare/schema/include.ts";
import { Findings } from "../../generator/diagnostics.ts";
import type { Json, JsonObject } from "../../generator/json.ts";
import { buildContract } from "../../generator/model/buildContract.ts";
import type { Contract } from "../../generator/model/contract.ts";
import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { PAIRS } from "../compare/pairs/index.ts";
import type { Pair } from "../compare/pairs/pair.ts";
import { grownValues } from "../compare/support/grownValues.ts";
import { secondOpinion } from "../compare/support/secondOpinion.ts";
import { sendingOf } from "../compare/support/sending.ts";

/** Pairs that are contracts: others are refused before they are compared. It may only grow. */
const MANY = 250;

/** A contract in which either side sends a value of a schema. */
function contractOf(value: Json, definitions: JsonObject): Contract | undefined {
  const message = (name: string): Json => ({
    payload: { type: "object", required: ["type", "value"], properties: { type: { const: name }, value } },
  });
  const operation = (action: string, name: string): Json => ({
    action,
    channel: { $ref: "#/channels/room" },
    messages: [{ $ref: `#/channels/room/messages/${name}` }],
  });
  const document = {
    ...definitions,
    asyncapi: "3.0.0",
    info: { title: "Room", version: "1.0.0" },
    channels: { room: { address: "/", messages: { set: message("set"), state: message("state") } } },
    operations: { receive: operation("receive", "set"), send: operation("send", "state") },
  };
  const findings = new Findings();
  const contract = buildContract(document, "room", findings);
  return findings.hasErrors ? undefined : contract;
}

interface Case {
  readonly name: string;
  readonly before: Contract;
  readonly after: Contract;
  readonly documents: { readonly a: JsonObject; readonly b: JsonObject };
  readonly values: { readonly a: Json; readonly b: Json };
}

function casesOf([name, a, b, , documents = { a: {}, b: {} }]: Pair): Case[] {
  const [before, after] = [contractOf(a, documents.a), contractOf(b, documents.b)];
  if (before === undefined || after === undefined) return [];
  return [{ name, before, after, documents, values: { a, b } }];
}

const cases = Object.entries(PAIRS)
  .filter(([about]) => about !== "newerWords" && about !== "olderWords")
  .flatMap(([about, pairs]) => pairs.flatMap(casesOf).map((one) => ({ ...one, name: `${about}: ${one.name}` })));

/** What the changes of a message say of a meeting. */
function judged(changes: readonly Change[], message: string, meeting: Meeting) {
  return worst(changes.filter((change) => change.message === message).map(({ meetings }) => meetings[meeting]));
}

/** Who sends what to whom, in each meeting. */
const ROUTES = [
  { meeting: "oldClientNewServer", message: "set", sender: "before" },
  { meeting: "newClientOldServer", message: "set", sender: "after" },
  { meeting: "oldClientNewServer", message: "state", sender: "after" },
  { meeting: "newClientOldServer", message: "state", sender: "before" },
] as const;

function frameOf({ messages }: Contract, name: string): Json {
  return messages.find((message) => message.name === name)?.frame ?? false;
}

test("there are many pairs", () => expect(cases.length).toBeGreaterThan(MANY));

test.each(cases)("$name", ({ before, after, documents, values }) => {
  const changes = compareContracts(before, after, { level: "types" });
  for (const { meeting, message, sender } of ROUTES) {
    const [from, to] = sender === "before" ? [before, after] : [after, before];
    const verdict = include(
      { document: from.document, schema: frameOf(from, message) },
      { document: to.document, schema: frameOf(to, message) },
    );
    const judgement = judged(changes, message, meeting);
    const refused = meeting === "oldClientNewServer" ? "breaking" : "risky";
    // A rename is a risk of its own.
    if (verdict.kind === "included") expect([message, meeting, judgement]).not.toEqual([message, meeting, "breaking"]);
    if (verdict.kind === "included") expect(judgement).not.toBe("unknown");
    if (verdict.kind === "witness") expect([refused, "unknown"]).toContain(judgement);
    if (verdict.kind === "unknown") expect(judgement).not.toBe("safe");
    const [sent, read] = sender === "before" ? (["a", "b"] as const) : (["b", "a"] as const);
    if (judgement === "safe") {
      const isSent = sendingOf(documents[sent], values[sent], "described");
      const reads = secondOpinion(documents[read]);
      const tried = grownValues(values[sent], values[read], documents[sent], documents[read]);
      const broken = fc.sample(tried, { numRuns: 60, seed: 7 }).filter((value) => isSent(value) && !reads(values[read], value));
      expect(broken).toEqual([]);
    }
  }
  const readers = { before: createFrameReader(before), after: createFrameReader(after) };
  for (const { witness } of changes) {
    if (witness === undefined) continue;
    const isOld = (witness.meeting === "oldClientNewServer") === (witness.from === "client");
    const [from, to] = isOld ? (["before", "after"] as const) : (["after", "before"] as const);
    expect(readers[from][witness.from](witness.frame)).toMatchObject({ ok: true, message: witness.message });
    expect(readers[to][witness.from](witness.frame)).toMatchObject({ ok: false });
  }
});

test("a pair is no change to itself", () => {
  for (const { before } of cases) expect(compareContracts(before, structuredClone(before), { level: "types" })).toEqual([]);
});
