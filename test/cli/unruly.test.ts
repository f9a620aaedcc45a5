import { join } from "node:path";
import { expect, test } from "vitest";
import { readTree } from "../support/readTree.ts";
import { runCli } from "../support/runCli.ts";
import { runHere } from "../support/runHere.ts";
import { chatSchema, newProject, SCHEMA } from "./chatProject.ts";

test.each([
  ["ends the process", "process.exit(0);\n", /^schemas\/chat\/protocol\.ts:1:\d+ - error module-failed: .*process\.exit\(0\)/],
  [
    "throws in a timer",
    'setTimeout(() => { throw new Error("late"); });\n',
    /^schemas\/chat\/protocol\.ts:1:\d+ - error module-failed: .*"late" after/,
  ],
  [
    "leaves a promise that fails",
    'void Promise.reject(new Error("lost"));\n',
    /^schemas\/chat\/protocol\.ts:1:\d+ - error module-failed: .*"lost" after/,
  ],
  [
    "ends the process in a timer",
    "setTimeout(() => process.exit(0));\n",
    /^schemas\/chat\/protocol\.ts:1:\d+ - error module-failed: .*process\.exit\(0\)/,
  ],
  ["waits for ever", "await new Promise(() => {});\n", /^schemas\/chat\/protocol\.ts:1:1 - error module-failed: .*never happens/],
])("a schema module that %s is told, and nothing is written", async (_what, before, answer) => {
  const project = newProject({ [SCHEMA]: before + chatSchema() });
  const { status, stderr } = await runCli(["generate"], { cwd: project });
  expect(stderr).toMatch(answer);
  expect(status).toBe(2);
  expect(readTree(join(project, "generated"))).toEqual({});
});

test("a schema module that leaves a timer running keeps no command from ending", async () => {
  const project = newProject({ [SCHEMA]: `setInterval(() => {}, 1000);\n${chatSchema()}` });
  expect(await runCli(["generate"], { cwd: project })).toMatchObject({ status: 0 });
});

test.each([
  ["an unknown option", ["generate", "--colour", "--json"]],
  ["a missing option", ["validate", "panel", "--json"]],
  ["an unknown command", ["generat", "--json"]],
  ["an unknown code", ["explain", "nonsense", "--json"]],
  ["a schema that throws", ["generate", "--json"]],
])("--json answers in JSON to %s", async (_what, args) => {
  const { status, stdout, stderr } = await runHere(args, newProject({ [SCHEMA]: 'throw new Error("no");' }));
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, diagnostics: [{ severity: "error", position: {} }] });
  expect({ status, stderr }).toEqual({ status: 2, stderr: "" });
});

test("frames in an encoding that the protocol does not speak are refused before they are read", async () => {
  const { status, stderr, stdout } = await runHere(
    ["validate", "panel", "--from", "client", "--encoding", "msgpack"],
    newProject(),
  );
  expect(stderr).toBe('wirepact:1:1 - error bad-arguments: "panel" does not speak msgpack; call it with --encoding json\n');
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
});
