import { expect, test } from "vitest";
import { KnownFailing } from "../../generator/conform/knownFailing.ts";
import { judgeResult } from "../../generator/conform/outcome.ts";
import type { Verdict } from "../../generator/conform/verdict.ts";
import { readReasonedList } from "../../generator/reasonedList.ts";

const IDS = ["p/A/minimal", "p/A/null/list/*", "p/A/null/list/*/name", "p/B/minimal"];

function known(...lines: string[]): KnownFailing {
  return new KnownFailing(readReasonedList(lines.join("\n"), "known.txt"), IDS);
}

test("an entry is a case and why it fails; other lines say nothing", () => {
  const entries = readReasonedList(
    "\uFEFF# a list\r\n\r\n  p/A/minimal \t # upstream #12\r\np/B/*  #no reason to hurry\n",
    "known.txt",
  );
  expect(entries).toEqual([
    { name: "p/A/minimal", reason: "upstream #12", line: 3 },
    { name: "p/B/*", reason: "no reason to hurry", line: 4 },
  ]);
});

test("an id that has what stands before a reason is written as JSON", () => {
  const name = 'p/a # "b"\n/minimal';
  expect(readReasonedList(`${JSON.stringify(name)} # why\n"half # of it`, "known.txt")).toEqual([
    { name, reason: "why", line: 1 },
    { name: '"half', reason: "of it", line: 2 },
  ]);
});

test.each([
  ["p/A/minimal"],
  ["p/A/minimal  #"],
  ["p/A/minimal#reason"],
])("%j has no reason, and is refused with its line", (entry) => {
  expect(() => readReasonedList(`# list\n${entry}`, "known.txt")).toThrow(
    /^known\.txt:2:1 - error bad-arguments: "p\/A\/minimal.*" has no reason/,
  );
});

test("an entry that ends in * names what begins so, unless a case is called that", () => {
  expect(IDS.map((id) => known("p/A/*  # all of A").reasonFor(id))).toEqual(["all of A", "all of A", "all of A", undefined]);
  expect(IDS.map((id) => known("p/A/null/list/*  # items").reasonFor(id))).toEqual([undefined, "items", undefined, undefined]);
});

test("the first of several entries gives the reason, and entries that name nothing are told", () => {
  const list = known("p/A/minimal  # one", "p/A/*  # two", "p/C/*  # gone", "p/A/mini  # cut");
  expect(list.reasonFor("p/A/minimal")).toBe("one");
  expect(list.reasonFor("p/A/null/list/*")).toBe("two");
  expect(list.stale.map(({ name }) => name)).toEqual(["p/C/*", "p/A/mini"]);
});

const FAIL: Verdict = { kind: "fail", rule: "r", text: "t" };
const SKIP: Verdict = { kind: "skipped", reason: "not done" };
const ERROR: Verdict = { kind: "harness-error", text: "it did not start" };

test.each<[Verdict, string, string]>([
  [{ kind: "pass" }, "unexpected-pass", "pass"],
  [FAIL, "known-failure", "fail"],
  [SKIP, "skipped", "skipped"],
  [ERROR, "harness-error", "harness-error"],
])("%j is, where the case is known to fail, %s, and else %s", (verdict, listed, unlisted) => {
  const result = (id: string) => ({ id, title: id, verdict, milliseconds: 0 });
  expect(judgeResult(result("p/B/minimal"), known("p/B/minimal  # why")).outcome).toBe(listed);
  expect(judgeResult(result("p/A/minimal"), known("p/B/minimal  # why")).outcome).toBe(unlisted);
});
