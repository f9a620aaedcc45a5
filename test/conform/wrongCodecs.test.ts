import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { codecSuite } from "../../generator/conform/codec/codecSuite.ts";
import { runCases } from "../../generator/conform/run.ts";
import type { Failure } from "../../generator/conform/verdict.ts";
import { shippedContract } from "../support/shipped.ts";

const WRONG = fileURLToPath(new URL("testees/wrong.mjs", import.meta.url));
const nodetool = await shippedContract("nodetool");

/** Enough of its cases to show any of the mistakes. */
const SOME = /^(codec|nodetool\/(run_job|cancel_job|set_mode|pong|binary_update|wire|flow|session\/reply\/run_job))\//;

/** What a codec with a mistake fails in, by the ids of cases. */
async function failuresOf(mistake: string): Promise<ReadonlyMap<string, Failure>> {
  const suite = codecSuite(nodetool, [process.execPath, WRONG, mistake]);
  onTestFinished(suite.close);
  const failures = new Map<string, Failure>();
  const cases = suite.cases.filter(({ id }) => SOME.test(id));
  for await (const { id, verdict } of runCases(cases, { timeout: 60_000 })) {
    expect(verdict.kind).not.toBe("harness-error");
    if (verdict.kind === "fail") failures.set(id, verdict);
  }
  return failures;
}

test("without a mistake nothing fails", async () => {
  expect([...(await failuresOf("none"))]).toEqual([]);
});

test.each([
  ["ignores closed sets", ["codec-accepts"], "nodetool/set_mode/unlisted/data/mode"],
  ["ignores what is required", ["codec-accepts", "codec-place"], "nodetool/cancel_job/missing/data/job_id"],
  ["ignores types", ["codec-accepts", "codec-place"], "nodetool/cancel_job/null/data/job_id"],
  ["takes null for nothing", ["codec-accepts"], "nodetool/run_job/null/data{0}/params"],
  ["refuses what it does not know", ["codec-refuses"], "nodetool/run_job/unknown-properties"],
  ["takes messages of either side", ["codec-accepts"], "nodetool/run_job/wrong-direction"],
  ["takes what is unknown for an error", ["codec-message"], "nodetool/wire/client/number"],
  ["tells the parent of what is missing", ["codec-place"], "nodetool/cancel_job/missing/data/job_id"],
  ["tells no codes but its own", ["codec-place"], "nodetool/cancel_job/missing/data/job_id"],
  ["reads JavaScript for JSON", ["codec-decodes"], "nodetool/wire/client/json-single-quotes"],
  ["reads the first value of several", ["codec-decodes"], "nodetool/wire/client/json-two-values"],
  ["reads long numbers as texts", ["codec-decodes"], "nodetool/pong/msgpack-widest"],
  ["writes base64 for bytes", ["codec-encodes"], "nodetool/binary_update/minimal:encode-msgpack"],
  ["writes no nulls", ["codec-encodes"], "nodetool/run_job/unknown-properties:encode-json"],
  ["drops what it does not know", ["codec-encodes"], "nodetool/run_job/unknown-properties:encode-msgpack"],
  ["judges no sessions, and says it does", ["codec-session"], "nodetool/session/reply/run_job/unanswered"],
  ["refuses every session", ["codec-session"], "nodetool/flow/heartbeat"],
])("a codec that %s is told of by %j", async (mistake, rules, id) => {
  const failures = await failuresOf(mistake);
  expect([...new Set([...failures.values()].map(({ rule }) => rule))].sort()).toEqual(rules);
  expect([...failures.keys()]).toContain(id);
});
