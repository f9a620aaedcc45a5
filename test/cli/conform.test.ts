import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ROOT } from "../support/protocols.ts";
import { runCli } from "../support/runCli.ts";
import { runHere } from "../support/runHere.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const testee = (name: string) => fileURLToPath(new URL(`../conform/testees/${name}.mjs`, import.meta.url));
const HOSTILE = testee("hostile");
const ONLY = ["--only", "panel/PING/"];

/** Holds the testee with one fault against panel. */
function codec(fault: string, args: readonly string[] = ONLY, cwd: string = temporaryFolder()) {
  return runHere(callOf(fault, args), cwd);
}

function callOf(fault: string, args: readonly string[]): readonly string[] {
  return ["conform", "codec", "panel", ...args, "--", process.execPath, HOSTILE, fault];
}

/** What it says, without what depends on the machine. */
function told(stdout: string): string {
  return stdout.replace(/, in \d+\.\d s$/m, "").replaceAll(/at (schemas|.*\/schemas)\/panel\/\S+/g, "at schemas/panel/…");
}

test("what passes is told in figures", async () => {
  const run = await codec("none");
  expect(told(run.stdout)).toBe("hostile does validate, errors, decode, encode\nok  panel codec: 12 passed\n");
  expect(run).toMatchObject({ status: 0, stderr: "" });
});

test("what fails is told with its rule, the frame and where the contract has it, and nothing reaches the terminal as it is", async () => {
  const run = await codec("crash");
  expect(told(run.stdout)).toBe(
    [
      "FAIL  panel/PING/full: codec-crash: it ended with status 7; it said: Traceback: \\u001b[31mKeyError\\u001b[0m",
      "    has everything that may be there",
      '    {"type":"PING"}',
      "    at schemas/panel/… (panel.md:167)",
      "hostile does validate, errors, decode, encode",
      "not ok  panel codec: 11 passed, 1 failed",
      "",
    ].join("\n"),
  );
  expect(run).toMatchObject({ status: 1, stderr: "" });
});

test("what was not judged is told once, and fails the run", async () => {
  const run = await codec("start-crash");
  const text = "it did not start: it ended with status 3; it said: no module named panel";
  expect(told(run.stdout)).toMatch(
    new RegExp(`^HARNESS ERROR {2}panel/PING/example-[0-9a-f]+ and 11 more: ${text}\nnot ok {2}panel codec: 12 not judged\n$`),
  );
  expect(run.status).toBe(1);
});

describe("--known-failing", () => {
  const list = "# of ours\npanel/PING/full  # no PING yet\npanel/GONE/*  # went with 0.2\n";

  test("lets fail what is listed, with its reason, and tells what it lists in vain", async () => {
    const cwd = temporaryFolder({ "known.txt": list });
    const run = await codec("crash", [...ONLY, "--known-failing", "known.txt"], cwd);
    expect(told(run.stdout)).toBe(
      [
        "known failure  panel/PING/full: no PING yet",
        "hostile does validate, errors, decode, encode",
        "no case is named panel/GONE/*, which the list of known failures has",
        "ok  panel codec: 11 passed, 1 known to fail",
        "",
      ].join("\n"),
    );
    expect(run.status).toBe(0);
  });

  test("fails what passes nevertheless", async () => {
    const cwd = temporaryFolder({ "known.txt": list });
    const run = await codec("none", [...ONLY, "--known-failing", "known.txt"], cwd);
    expect(run.stdout).toContain("UNEXPECTED PASS  panel/PING/full: passes now; take it off the list (no PING yet)\n");
    expect(told(run.stdout)).toContain("not ok  panel codec: 11 passed, 1 passed unexpectedly\n");
    expect(run.status).toBe(1);
  });

  test("excuses no broken harness", async () => {
    const cwd = temporaryFolder({ "known.txt": "panel/*  # nothing works\n" });
    expect(await codec("start-crash", [...ONLY, "--known-failing", "known.txt"], cwd)).toMatchObject({ status: 1 });
  });
});

test("--json prints one object, --junit writes a file", async () => {
  const cwd = temporaryFolder();
  const run = await codec("crash", [...ONLY, "--json", "--junit", "reports/panel.xml"], cwd);
  expect(JSON.parse(run.stdout)).toMatchObject({
    ok: false,
    protocol: "panel",
    role: "codec",
    total: 12,
    counts: { pass: 11, fail: 1 },
  });
  const xml = readFileSync(`${cwd}/reports/panel.xml`, "utf8");
  expect(xml).toContain('<testsuite name="wirepact conform codec panel" tests="12" failures="1" errors="0" skipped="0"');
  expect(xml).not.toContain("\u001b");
});

test("--timeout bounds each case, and one that hangs ends", async () => {
  const run = await codec("start-hang", [...ONLY, "--timeout", "100"]);
  expect(run.stdout).toContain("it did not answer within 100 ms");
  expect(run.status).toBe(1);
});

test("whoever tells much is told in short", async () => {
  const run = await codec("tells-much");
  expect(run.status).toBe(1);
  expect(run.stdout.length).toBeLessThan(3000);
  const json = await codec("tells-much", [...ONLY, "--json"]);
  expect(json.stdout.length).toBeLessThan(10_000);
});

test("a run that shows nothing is not fine", async () => {
  const run = await codec("does-nothing");
  expect(told(run.stdout)).toBe(
    [
      "skipped  8 cases: it does not validate frames",
      "skipped  4 cases: it does not encode frames",
      "lazy does nothing",
      "not ok  panel codec: 12 skipped, nothing was judged, so nothing was shown",
      "",
    ].join("\n"),
  );
  expect(run.status).toBe(1);
});

test("whoever interrupts a run is told what there is", async () => {
  const run = await runCli(callOf("interrupts", [...ONLY, "--timeout", "60000"]), { cwd: temporaryFolder() });
  expect(told(run.stdout)).toMatch(/\ninterrupted, with \d+ cases to go\nnot ok {2}panel codec: \d passed\n$/);
  expect(run.status).toBe(1);
});

describe("called wrongly, it says how to call it:", () => {
  test.each<[string, readonly string[], string | RegExp]>([
    ["no program", ["panel"], "error bad-arguments: missing required argument 'command'\nSee wirepact --help.\n"],
    [
      "no case",
      ["panel", "--only", "panel/PONK", "--", "true"],
      /--only takes the beginning of an id, such as codec\/panel\/start/,
    ],
    [
      "no time",
      ["panel", "--timeout", "0", "--", "true"],
      /--timeout takes whole milliseconds, from 1 to 3600000, not "0"; 5000 is usual/,
    ],
    ["no number", ["panel", "--timeout", "5s", "--", "true"], /--timeout takes whole milliseconds/],
    [
      "no list",
      ["panel", "--known-failing", "none.txt", "--", "true"],
      /^none\.txt:1:1 - error unreadable-file: cannot be read \(ENOENT\)/,
    ],
    [
      "no folder for the report",
      ["panel", "--junit", "file/x.xml", "--", "true"],
      /^file:1:1 - error unsafe-output: is no folder, .* name another file with --junit/,
    ],
    [
      "no reason",
      ["panel", "--known-failing", "file", "--", "true"],
      /^file:1:1 - error bad-arguments: "panel\/PING\/full" has no reason; write why behind it/,
    ],
    ["no protocol", ["panle", "--", "true"], /did you mean panel\?/],
  ])("%s", async (_what, args, text) => {
    const run = await runHere(["conform", "codec", ...args], temporaryFolder({ file: "panel/PING/full" }));
    if (typeof text === "string") expect(run.stderr).toBe(text);
    else expect(run.stderr).toMatch(text);
    expect(run).toMatchObject({ status: 2, stdout: "" });
  });
});

test("another document than the project's is named with --from", async () => {
  const cwd = temporaryFolder({ "panel.yaml": readFileSync(`${ROOT}generated/panel/asyncapi.yaml`, "utf8") });
  const run = await codec("crash", [...ONLY, "--from", "panel.yaml"], cwd);
  expect(run.stdout).toMatch(/\n {4}at panel\.yaml:\d+:\d+ \(panel\.md:167\)\n/);
  expect(run.status).toBe(1);
});
