import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ROOT } from "../support/protocols.ts";
import { runCli } from "../support/runCli.ts";
import { runHere } from "../support/runHere.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const SESSIONS = `${ROOT}test/golden/sessions`;

/** `RECORD=1 npx vitest run test/cli/session.test.ts` writes what the command says now; read the difference before you commit it. */
const RECORDING = process.env["RECORD"] === "1";

describe("each line of a broken session is told which rule it breaks, where that is written, and what never came:", () => {
  const names = readdirSync(SESSIONS).flatMap((name) => /^([a-z]+)\.jsonl$/.exec(name)?.[1] ?? []);
  test.each(names)("%s", async (protocol) => {
    const input = readFileSync(`${SESSIONS}/${protocol}.jsonl`, "utf8");
    const run = await runHere(["validate", protocol, "--session"], ROOT, input);
    const file = `${SESSIONS}/${protocol}.expected.txt`;
    // Lines of schemas move with every edit of theirs; that places are right is asked below.
    const said = run.stdout.replace(/("schemas\/[\w/.]+):\d+:\d+"/g, '$1"');
    if (RECORDING) writeFileSync(file, said);
    expect(said).toBe(readFileSync(file, "utf8"));
    expect(run).toMatchObject({ status: 1, stderr: "" });
  });
});

test("a legal session gives a verdict a line, and nothing more", async () => {
  const steps = [
    { from: "server", frame: { type: "CONNECTED", panelId: "p", state: {} } },
    { from: "client", text: '{"type":"PING"}' },
    { from: "server", frame: { type: "PONG" } },
  ];
  const run = await runCli(["validate", "panel", "--session"], { cwd: temporaryFolder(), input: lines(steps) });
  const said = ["CONNECTED", "PING", "PONG"].map((message, index) => ({ line: index + 1, ok: true, message }));
  expect(run).toMatchObject({ status: 0, stdout: lines(said), stderr: "" });
});

test("a rule of an AsyncAPI document is told with the document's line", async () => {
  const cwd = temporaryFolder({ "panel.yaml": readFileSync(`${ROOT}generated/panel/asyncapi.yaml`, "utf8") });
  const input = lines([{ from: "server", frame: { type: "PONG" } }]);
  const run = await runHere(["validate", "panel.yaml", "--session"], cwd, input);
  const verdict = JSON.parse(run.stdout);
  expect(verdict).toMatchObject({ line: 1, rule: "opening", pointer: "/x-wirepact/opening" });
  const [, line] = /^panel\.yaml:(\d+):\d+$/.exec(verdict.at) ?? [];
  const text = readFileSync(`${ROOT}generated/panel/asyncapi.yaml`, "utf8").split("\n")[Number(line) - 1];
  expect(text?.trim()).toBe("opening: CONNECTED");
});

test.each([
  [["--session", "--from", "client"], "option '--session' cannot be used with option '--from <side>'"],
  [["--session", "--encoding", "json"], "option '--session' cannot be used with option '--encoding <encoding>'"],
])("%j is a wrong call", async (args, text) => {
  const run = await runHere(["validate", "panel", ...args], temporaryFolder());
  expect(run).toMatchObject({ status: 2, stdout: "", stderr: `error bad-arguments: ${text}\nSee wirepact --help.\n` });
});

function lines(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join("");
}
