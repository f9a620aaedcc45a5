import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { codecSuite } from "../../generator/conform/codec/codecSuite.ts";
import { runCases } from "../../generator/conform/run.ts";
import type { Verdict } from "../../generator/conform/verdict.ts";
import { shippedContract } from "../support/shipped.ts";

const HOSTILE = fileURLToPath(new URL("testees/hostile.mjs", import.meta.url));
const panel = await shippedContract("panel");

/** Milliseconds: nobody is kept waiting but by a case that never comes to its end. */
const [PATIENT, SHORT] = [30_000, 500];
const [START, TARGET, STOP] = ["codec/panel/start", "panel/PING/full", "codec/panel/stop"];

/** Verdicts that are no passes, by the ids of their cases; `hangs` is the case that is not waited for. */
async function verdictsOn(command: readonly string[], hangs?: string): Promise<Record<string, Verdict>> {
  const suite = codecSuite(panel, command);
  onTestFinished(suite.close);
  const verdicts: [string, Verdict][] = [];
  for (const one of suite.cases.filter(({ id }) => /^(codec\/|panel\/PING\/)/.test(id))) {
    const timeout = one.id === hangs ? SHORT : PATIENT;
    for await (const { id, verdict } of runCases([one], { timeout })) verdicts.push([id, verdict]);
  }
  return Object.fromEntries(verdicts.filter(([, { kind }]) => kind !== "pass"));
}

function withFault(fault: string, hangs?: string): Promise<Record<string, Verdict>> {
  return verdictsOn([process.execPath, HOSTILE, fault], hangs);
}

/** Whether nobody need wait for it: it never ends. */
function isEndless(text: string): boolean {
  return text.endsWith(`within ${SHORT} ms`);
}

test("without a fault all passes", async () => {
  expect(await withFault("none")).toEqual({});
});

describe("a testee that does not start says nothing of itself, and each case says so:", () => {
  test.each([
    ["start-crash", "it did not start: it ended with status 3; it said: no module named panel"],
    ["start-hang", "it did not start: it did not answer within 500 ms"],
    ["start-garbage", 'it did not start: each line is one JSON object, got "Hello from testee 1.0!"'],
    ["start-refused", 'it did not start: "start" is answered with "ok": true and a list of what it "does", got {"ok":false}'],
  ])("%s", async (fault, text) => {
    const verdicts = Object.values(await withFault(fault, isEndless(text) ? START : undefined));
    expect(verdicts.length).toBeGreaterThan(5);
    for (const verdict of verdicts) expect(verdict).toEqual({ kind: "harness-error", text });
  });

  test("a command that is none", async () => {
    const verdicts = await verdictsOn(["/no/such/program"]);
    expect(verdicts[STOP]).toEqual({
      kind: "harness-error",
      text: "it did not start: it could not be started: spawn /no/such/program ENOENT",
    });
  });
});

const FRAME = '{"type":"PING"}';

describe("a testee that breaks down at a frame fails there, and is asked about the others once more:", () => {
  test.each([
    ["hang", "codec-silence", "it did not answer within 500 ms"],
    ["crash", "codec-crash", "it ended with status 7; it said: Traceback: \u001b[31mKeyError\u001b[0m"],
    ["quiet-end", "codec-crash", "it ended with status 0"],
    ["killed", "codec-crash", "it was ended by SIGKILL"],
    ["garbage", "codec-protocol", 'each line is one JSON object, got "<html>"'],
    ["list", "codec-protocol", 'each line is one JSON object, got "[]"'],
    [
      "shapeless",
      "codec-protocol",
      `an answer has "ok" (true or false) and what belongs to it, or "skip" (a reason), got {"id":"${TARGET}","ok":"yes"}`,
    ],
    ["bad-errors", "codec-protocol", 'each of "errors" has a "path" and may have a "code", both texts, got "type"'],
    [
      "deep",
      "codec-protocol",
      'an answer has "ok" (true or false) and what belongs to it, or "skip" (a reason), got what is nested too deep to be shown',
    ],
    ["no-id", "codec-protocol", `it was asked "${TARGET}", and answered without an id`],
    ["other-id", "codec-protocol", `it was asked "${TARGET}", and answered "panel/PONG/full"`],
    ["endless-line", "codec-protocol", "it wrote more than 16 MiB without an end of line"],
    ["endless-lines", "codec-protocol", `each line is one JSON object, got "${"x".repeat(398)}…`],
    ["endless-errors", "codec-silence", "it did not answer within 500 ms"],
    ["close-output", "codec-crash", "it closed its output instead of answering"],
  ])("%s", async (fault, rule, text) => {
    const verdicts = await withFault(fault, isEndless(text) ? TARGET : undefined);
    expect(verdicts).toEqual({ [TARGET]: expect.objectContaining({ kind: "fail", rule, text, frame: FRAME }) });
  });

  test("a second answer is found where the next one should be", async () => {
    const [next = ""] = nextTo(TARGET);
    const text = `it was asked "${next}", and answered "${TARGET}", which was asked before: a second answer, or one out of order`;
    expect(await withFault("twice")).toEqual({ [next]: expect.objectContaining({ rule: "codec-protocol", text }) });
  });

  test("what is asked when it no longer listens", async () => {
    expect(await withFault("close-input")).toMatchObject({ [TARGET]: { kind: "fail", rule: "codec-crash" } });
  });
});

describe("a testee that does not end is ended:", () => {
  test.each([
    ["ignore-stop", "it was told to stop and its input was closed, and it did not end within 500 ms"],
    ["stop-flood", "it was told to stop and its input was closed, and it did not end within 500 ms"],
    ["stop-status", "it was told to stop, and ended with status 5; it said: could not save"],
  ])("%s", async (fault, text) => {
    expect(await withFault(fault, isEndless(text) ? STOP : undefined)).toEqual({
      [STOP]: { kind: "fail", rule: "codec-stop", text },
    });
  });

  test("with all that it has started", async () => {
    const suite = codecSuite(panel, [process.execPath, HOSTILE, "leave-child"]);
    onTestFinished(suite.close);
    const ends = suite.cases.filter(({ id }) => id === START || id === STOP);
    for await (const { verdict } of runCases(ends, { timeout: PATIENT })) expect(verdict).toEqual({ kind: "pass" });
    const [pid] = /\d+/.exec(suite.notes().join()) ?? [];
    await expect.poll(() => isRunning(pid ?? "")).toBe(false);
  });
});

test("a testee that goes on breaking down is asked no more, and what is left is not judged", async () => {
  const suite = codecSuite(panel, [process.execPath, HOSTILE, "garbage"]);
  onTestFinished(suite.close);
  const [target] = suite.cases.filter(({ id }) => id === TARGET);
  if (target === undefined) throw new Error("no such case");
  const verdicts: Verdict[] = [];
  for await (const { verdict } of runCases([target, target, target, target], { timeout: PATIENT })) verdicts.push(verdict);
  expect(verdicts.map(({ kind }) => kind)).toEqual(["fail", "fail", "fail", "harness-error"]);
  expect(verdicts[3]).toEqual({ kind: "harness-error", text: "it is not asked any more, since it broke down 3 times in a row" });
});

test("a testee may skip what it does not do, with a reason", async () => {
  expect(await withFault("skips")).toEqual({ [TARGET]: { kind: "skipped", reason: "not yet" } });
});

/** Nobody may have fetched the status of what has ended. */
function isRunning(pid: string): boolean {
  const stat = `/proc/${pid}/stat`;
  return existsSync(stat) && !/\) [ZX] /.test(readFileSync(stat, "utf8"));
}

function nextTo(id: string): string[] {
  const { cases } = codecSuite(panel, []);
  const ids = cases.map((one) => one.id);
  return ids.slice(ids.indexOf(id) + 1);
}
