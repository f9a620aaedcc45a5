import { expect, test } from "vitest";
import { startPanel } from "../conform/servers/panel.ts";
import type { PanelFault } from "../conform/servers/panelFaults.ts";
import { runHere } from "../support/runHere.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

/** Holds a panel of plain `ws` against its contract, with the command. */
async function server(fault: PanelFault | undefined, args: readonly string[], cwd = temporaryFolder()) {
  const { url, stop } = await startPanel(fault);
  try {
    return await runHere(["conform", "server", "panel", "--url", url, "--quiet", "30", ...args], cwd);
  } finally {
    await stop();
  }
}

function told(stdout: string): string {
  return stdout.replace(/, in \d+\.\d s$/m, "").replaceAll(/at (?:schemas|.*\/schemas)\/panel\/\S+/g, "at schemas/panel/…");
}

const FLOWS = ["--only", "server/panel/flow/"];

test("what passes is told in figures", async () => {
  const { status, stdout, stderr } = await server(undefined, FLOWS);
  expect({ status, told: told(stdout), stderr }).toEqual({
    status: 0,
    told: "47 more fixtures are sent with --all\nok  panel server: 3 passed\n",
    stderr: "",
  });
});

test("what fails is told with its rule, the frame and where the contract has it", async () => {
  const { status, stdout } = await server("forgets requestId", FLOWS);
  expect(told(stdout)).toMatch(
    /^FAIL {2}server\/panel\/flow\/trigger: reply-fields: RESULT must repeat at \/requestId the "req-1" of the TRIGGER in frame 2, got nothing\n {4}A client connects and .*\n {4}\{"type":"RESULT",.*\n {4}at schemas\/panel\/… \(panel\.md:164\)\n47 more fixtures are sent with --all\nnot ok {2}panel server: 2 passed, 1 failed\n$/,
  );
  expect(status).toBe(1);
});

test("what is known to fail is no surprise, and what passes nevertheless is", async () => {
  const cwd = temporaryFolder({
    "known.txt": "server/panel/flow/trigger  # ids come with 2.0\nserver/panel/flow/heartbeat  # no timer\n",
  });
  const { status, stdout } = await server("forgets requestId", [...FLOWS, "--known-failing", "known.txt"], cwd);
  expect(stdout).toContain("UNEXPECTED PASS  server/panel/flow/heartbeat: passes now; take it off the list (no timer)\n");
  expect(told(stdout)).toContain("not ok  panel server: 1 passed, 1 known to fail, 1 passed unexpectedly\n");
  expect(status).toBe(1);
});

test("--json has every case with its verdict", async () => {
  const { stdout } = await server("has one code for all failures", ["--only", "server/panel/refuses/TRIGGER/missing", "--json"]);
  expect(JSON.parse(stdout)).toMatchObject({
    results: [
      { id: "server/panel/refuses/TRIGGER/missing/type", outcome: "fail", verdict: { rule: "server-error-code" } },
      { id: "server/panel/refuses/TRIGGER/missing/tool", outcome: "fail", verdict: { rule: "server-error-code" } },
    ],
  });
});

test("a server that is not there is no pass, and costs no time", async () => {
  const run = await runHere(["conform", "server", "panel", "--url", "ws://127.0.0.1:1/panels/demo/ws"], temporaryFolder());
  expect(run.stdout).toContain("HARNESS ERROR  server/panel/connects: no connection: connect ECONNREFUSED 127.0.0.1:1\n");
  expect(run.stdout).toContain("more: not asked: there is no connection: see server/panel/connects\n");
  expect(run.status).toBe(1);
});

test.each([
  [["--url", "localhost:3001"], "localhost:3001 must be an address that begins with ws:// or http://"],
  [["--url", "ws://localhost:3001?token=secret"], "ws://localhost:3001/ must say where to: its path is /panels/{id}/ws"],
  [["--url", "ws://localhost/panels/1/ws", "--query", "token"], '--query takes name=value, not "token"'],
  [["--url", "ws://localhost/panels/1/ws", "--header", "token"], '--header takes name:value, not "token"'],
  [["--url", "ws://localhost/panels/1/ws", "--quiet", "1s"], '--quiet takes whole milliseconds, from 1 to 99999, not "1s"'],
  [["--url", "ws://localhost/panels/1/ws", "--set", "tool"], "--set takes a place and JSON, such as /data/session_id='\"s-1\"'"],
  [["--url", "ws://localhost/panels/1/ws", "--set", "/tool=increment"], "--set takes JSON behind the =, and texts in quotes"],
  [[], "required option '--url <url>' not specified"],
])("%j is called wrongly", async (args, text) => {
  const { status, stderr } = await runHere(["conform", "server", "panel", ...args], temporaryFolder());
  expect(stderr).toContain(text);
  expect(status).toBe(2);
});
