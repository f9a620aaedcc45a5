import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compareContracts } from "../../generator/compare/compareContracts.ts";
import { getObject, type Json, type JsonObject } from "../../generator/json.ts";
import { loadAsyncapiFile } from "../../generator/load/asyncapiFile.ts";
import { contractOf } from "../support/makeFiles.ts";
import { GOLDEN } from "./reviewCases.ts";

/** The document of a case, as it is before or after. */
async function load(name: string, file: "before" | "after"): Promise<JsonObject> {
  return (await loadAsyncapiFile(join(GOLDEN, name, `${file}.yaml`), GOLDEN)).document;
}

/** A document with other words of our own at its root. */
function saying(document: JsonObject, words: JsonObject): JsonObject {
  return { ...document, "x-wirepact": { ...getObject(document, "x-wirepact"), ...words } };
}

/** The fingerprints that are told of one rule. */
function printsOf(rule: string, before: JsonObject, after: JsonObject): string[] {
  const changes = compareContracts(contractOf(before, "jobs"), contractOf(after, "jobs"), { level: "types" });
  const prints = changes.filter((change) => change.rule === rule).map(({ fingerprint }) => fingerprint);
  expect(prints).not.toEqual([]);
  return prints;
}

/** All of these are changes of their own, or all are one. */
async function compare(rule: string, name: string, key: string, words: readonly Json[]): Promise<readonly string[]> {
  const [before, after] = [await load(name, "before"), await load(name, "after")];
  return words.map((held) => printsOf(rule, before, saying(after, { [key]: held })).join());
}

describe("a fingerprint is that of all that comes:", () => {
  const done = { message: "update", where: { pointer: "/status", values: ["done"] } };
  const stream = { start: "follow", items: ["line", "stopped"], ends: [done] };

  test("a stream, by its ends, its fields and how many run", async () => {
    const others: readonly JsonObject[] = [
      stream,
      { ...stream, items: ["line"] },
      { ...stream, items: ["line"], ends: [done, { message: "stopped" }] },
      { ...stream, ends: [{ message: "update" }] },
      { ...stream, ends: [{ message: "update", where: { pointer: "/status", values: ["done", "failed"] } }] },
      { ...stream, match: [["/job", "/job"]] },
      { ...stream, key: "/job" },
      { ...stream, key: "/job", concurrent: 2 },
      { ...stream, after: ["stopped"], items: ["line"] },
    ];
    const prints = await compare(
      "stream-added",
      "stream-added",
      "streams",
      others.map((one) => [one]),
    );
    expect(new Set(prints).size).toBe(others.length);
  });

  test("the order of a stream's parts says nothing", async () => {
    const other = { ...stream, items: ["stopped", "line"] };
    const prints = await compare("stream-added", "stream-added", "streams", [[stream], [other]]);
    expect(new Set(prints).size).toBe(1);
  });

  const call = { method: "GET", path: "/jobs", description: "Every job.", status: 200 };
  const life = { message: "update", description: "The life of a job.", key: "/job", state: "/status", initial: ["queued"] };
  const failure = { message: "ERROR", text: "/message" };
  const code = { pointer: "/code", unknown: "U", invalid: "I", failed: "F" };

  test.each<readonly [rule: string, key: string, words: readonly Json[]]>([
    [
      "codec-added",
      "codecs",
      [
        { chunk: { description: "A piece.", layout: [{ name: "name", kind: "text" }] } },
        { chunk: { description: "A piece.", layout: [{ name: "name", kind: "bytes" }] } },
        { chunk: { description: "A piece.", layout: [] } },
      ],
    ],
    [
      "http-call-added",
      "http",
      [
        { listJobs: { ...call, response: { type: "array" } } },
        { listJobs: { ...call, response: { type: "object" } } },
        { listJobs: { ...call, method: "POST", response: { type: "array" } } },
        { listJobs: { ...call, path: "/job", response: { type: "array" } } },
        { listJobs: { ...call, status: 201, response: { type: "array" } } },
      ],
    ],
    ["resource-added", "resource", [{ key: "/session" }, { key: "/session", owner: "user" }, { key: "/box" }]],
    [
      "errors-added",
      "errors",
      [failure, { ...failure, text: "/detail" }, { ...failure, ...code }, { ...failure, ...code, invalid: "V" }],
    ],
    [
      "heartbeat-added",
      "heartbeat",
      [
        { ping: "ping", pong: "pong", from: ["client"] },
        { ping: "ping", pong: "pong", from: ["client"], time: "/at" },
      ],
    ],
    [
      "machine-added",
      "machines",
      [
        { job: { ...life, transitions: { queued: ["running"], running: [] } } },
        { job: { ...life, transitions: { queued: ["running"], running: ["queued"] } } },
        { job: { ...life, initial: ["running"], transitions: { queued: ["running"], running: [] } } },
      ],
    ],
    [
      "encoding-switch-added",
      "encodings",
      [{ binary: "msgpack" }, { binary: "msgpack", text: "json" }, { text: "json" }].map((values) => ({
        text: "json",
        binary: "msgpack",
        initial: "json",
        switch: { message: "set_mode", pointer: "/mode", values },
      })),
    ],
  ])("%s", async (rule, key, words) => {
    expect(new Set(await compare(rule, rule, key, words)).size).toBe(words.length);
  });
});
