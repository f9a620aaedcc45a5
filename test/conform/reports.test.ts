import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { collectResults } from "../../generator/cli/conformResults.ts";
import { processTerminal } from "../../generator/cli/terminal.ts";
import { KnownFailing } from "../../generator/conform/knownFailing.ts";
import type { JudgedResult, Outcome } from "../../generator/conform/outcome.ts";
import { toJson } from "../../generator/conform/report/json.ts";
import { toJunit } from "../../generator/conform/report/junit.ts";
import { tellResult, tellRun } from "../../generator/conform/report/text.ts";
import { type ConformRun, summarize } from "../../generator/conform/summary.ts";
import type { Verdict } from "../../generator/conform/verdict.ts";
import { PYTHON } from "../strangers/python.ts";
import { strangerIsMissing } from "../support/stranger.ts";

function result(outcome: Outcome, verdict: Verdict, known?: string): JudgedResult {
  return { id: `p/${outcome}`, title: "a title", milliseconds: 12, outcome, verdict, ...(known === undefined ? {} : { known }) };
}

const AT = { pointer: "/components/messages/A", source: "p.md:12", written: "schemas/p/a.ts:3:1" };
const FAIL: Verdict = { kind: "fail", rule: "refuses", text: "refused", frame: '{"type":"A"}', at: AT };

const ALL: readonly JudgedResult[] = [
  result("pass", { kind: "pass" }),
  result("fail", FAIL),
  result("known-failure", FAIL, "upstream"),
  result("unexpected-pass", { kind: "pass" }, "upstream"),
  result("skipped", { kind: "skipped", reason: "not done" }),
  result("harness-error", { kind: "harness-error", text: "it did not start" }),
];

function runOf(results: readonly JudgedResult[], unrun = 0): ConformRun {
  return { role: "codec", protocol: "p", results, notes: ["a note"], stale: ["p/gone"], unrun, milliseconds: 1234 };
}

describe("a run is fine", () => {
  const [pass, fail, known, unexpected, skipped, error] = ALL.map((one) => [one]) as [
    JudgedResult[],
    JudgedResult[],
    JudgedResult[],
    JudgedResult[],
    JudgedResult[],
    JudgedResult[],
  ];
  test.each([
    ["where all pass, fail as known or are skipped", [...pass, ...known, ...skipped], 0, true],
    ["but not where one fails", [...pass, ...fail], 0, false],
    ["nor where one passes unexpectedly", [...pass, ...unexpected], 0, false],
    ["nor where one was not judged", [...pass, ...error], 0, false],
    ["nor where nothing was", skipped, 0, false],
    [
      "nor where only the way there was",
      [...skipped, { ...result("pass", { kind: "pass" }), isPreliminary: true as const }],
      0,
      false,
    ],
    ["nor where it was interrupted", pass, 3, false],
  ])("%s", (_when, results, unrun, isFine) => {
    expect(summarize(runOf(results, unrun)).isFine).toBe(isFine);
  });
});

test("people are told what is not as it should be, and the figures", () => {
  expect([...ALL.flatMap(tellResult), ...tellRun(runOf(ALL, 2))].join("\n")).toMatchInlineSnapshot(`
    "FAIL  p/fail: refuses: refused
        a title
        {"type":"A"}
        at schemas/p/a.ts:3:1 (p.md:12)
    known failure  p/known-failure: upstream
    UNEXPECTED PASS  p/unexpected-pass: passes now; take it off the list (upstream)
    HARNESS ERROR  p/harness-error: it did not start
    skipped  p/skipped: not done
    a note
    no case is named p/gone, which the list of known failures has
    interrupted, with 2 cases to go
    not ok  p codec: 1 passed, 1 known to fail, 1 skipped, 1 failed, 1 passed unexpectedly, 1 not judged, in 1.2 s"
  `);
});

test("failures that are the same are told once, and the others named at the end", () => {
  const named = (id: string, rule: string) => ({ ...result("fail", { ...FAIL, rule }), id });
  const results = [
    ...["p/a", "p/b", "p/c"].map((id) => named(id, "refuses")),
    ...Array.from({ length: 13 }, (_, n) => named(`p/${n}`, "crash")),
    named("p/alone", "frame"),
    { ...named("p/known", "refuses"), outcome: "known-failure" as const, known: "upstream" },
    { ...named("p/x", "frame"), verdict: { ...FAIL, rule: "frame", text: "another" } },
  ];
  expect(tellRun(runOf(results)).filter((line) => line.includes("the same"))).toEqual([
    "FAIL  p/a: the same in 2 more cases: p/b, p/c",
    "FAIL  p/0: the same in 12 more cases: p/1, p/2, p/3, p/4, p/5, p/6, p/7, p/8, p/9, p/10 and 2 more",
  ]);
});

test("while cases run, a failure is told when it comes first", async () => {
  const verdicts = ["crash", "crash", "other", "crash"].map((rule): Verdict => ({ kind: "fail", rule, text: "no" }));
  const cases = verdicts.map((verdict, n) => ({ id: `p/${n}`, title: "a title", run: async () => verdict }));
  const lines: string[] = [];
  const terminal = { ...processTerminal(), out: (line: string) => void lines.push(line) };
  const source = {
    protocol: "p",
    document: {},
    files: [],
    warnings: [],
    locate: async () => ({ file: "a.ts", line: 1, column: 1 }),
  };
  const results = await collectResults(cases, new KnownFailing([], []), source, { isQuiet: false, timeout: 5000 }, terminal);
  expect(lines.filter((line) => !line.startsWith(" "))).toEqual(["FAIL  p/0: crash: no", "FAIL  p/2: other: no"]);
  expect(results).toHaveLength(4);
});

test("whoever reads the XML alone sees that a run was no run", () => {
  const idle = toJunit(runOf([result("skipped", { kind: "skipped", reason: "not done" })]));
  expect(idle).toContain('tests="2" failures="0" errors="1"');
  expect(idle).toContain(
    'name="run" time="0.000"><error type="harness-error" message="nothing was judged, so nothing was shown">',
  );
  expect(toJunit(runOf([], 7))).toContain('message="interrupted: 7 cases have no result"');
});

test("programs get one object", () => {
  expect(JSON.parse(toJson(runOf(ALL.slice(0, 2))))).toEqual({
    ok: false,
    protocol: "p",
    role: "codec",
    total: 2,
    counts: { pass: 1, fail: 1, "known-failure": 0, skipped: 0, "unexpected-pass": 0, "harness-error": 0 },
    unrun: 0,
    notes: ["a note"],
    stale: ["p/gone"],
    milliseconds: 1234,
    results: [
      { id: "p/pass", title: "a title", outcome: "pass", verdict: { kind: "pass" }, milliseconds: 12 },
      { id: "p/fail", title: "a title", outcome: "fail", verdict: FAIL, milliseconds: 12 },
    ],
  });
});

test("CI servers get JUnit's XML", () => {
  expect(toJunit(runOf(ALL))).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites>
    <testsuite name="wirepact conform codec p" tests="6" failures="2" errors="1" skipped="2" time="1.234">
    <testcase classname="wirepact conform codec p" name="p/pass" time="0.012"/>
    <testcase classname="wirepact conform codec p" name="p/fail" time="0.012"><failure type="refuses" message="refused">a title
    {&quot;type&quot;:&quot;A&quot;}
    schemas/p/a.ts:3:1
    p.md:12</failure></testcase>
    <testcase classname="wirepact conform codec p" name="p/known-failure" time="0.012"><skipped message="upstream"/></testcase>
    <testcase classname="wirepact conform codec p" name="p/unexpected-pass" time="0.012"><failure type="unexpected-pass" message="passes now; it is on the list: upstream"></failure></testcase>
    <testcase classname="wirepact conform codec p" name="p/skipped" time="0.012"><skipped message="not done"/></testcase>
    <testcase classname="wirepact conform codec p" name="p/harness-error" time="0.012"><error type="harness-error" message="it did not start"></error></testcase>
    </testsuite>
    </testsuites>
    "
  `);
});

describe("whatever is told by an implementation", () => {
  const hostile = `]]></failure><x a="1" b='2'>&amp; \u0000\u001b[2J\u0007\r\n\t\u202e\ud800\ufffe\u2028\u{1f600}`;
  const told = result("fail", { kind: "fail", rule: hostile, text: hostile, frame: hostile, at: { pointer: hostile } });
  const results = [
    { ...told, id: hostile, title: hostile },
    result("skipped", { kind: "skipped", reason: hostile }),
    result("harness-error", { kind: "harness-error", text: hostile }),
    result("unexpected-pass", { kind: "pass" }, hostile),
    result("known-failure", told.verdict, hostile),
  ];

  test("is text to a terminal, and one line", () => {
    for (const line of [...results.flatMap(tellResult), ...tellRun(runOf(results))])
      expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u202e\u2028]/u);
  });

  test("is text in XML, which a parser of another house reads", ({ skip }) => {
    const program =
      "import sys, xml.dom.minidom as x; d = x.parseString(sys.stdin.buffer.read()); print(d.getElementsByTagName('testcase')[0].getAttribute('name'))";
    const run = spawnSync(PYTHON, ["-c", program], {
      input: toJunit(runOf(results)),
      encoding: "utf8",
      env: { PYTHONIOENCODING: "utf8" },
    });
    if (run.error) skip(strangerIsMissing("needs Debian's python3"));
    expect(run.stderr).toBe("");
    expect(run.stdout).toBe(
      `]]></failure><x a="1" b='2'>&amp; \\u0000\\u001b[2J\\u0007\\u000d\n\\u0009\\u202e\\ud800\ufffd\\u2028\u{1f600}\n`,
    );
  });
});
