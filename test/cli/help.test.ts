import { expect, test } from "vitest";
import { runHere } from "../support/runHere.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

test("--help names every command, starts a newcomer off and explains the exit codes", async () => {
  const { status, stdout, stderr } = await runHere(["--help"], temporaryFolder());
  for (const command of ["generate", "validate", "conform", "scaffold", "mutants", "lint", "review", "explain"])
    expect(stdout).toMatch(new RegExp(`^ {2}${command} `, "m"));
  expect(stdout).toContain("Start here:\n  npx wirepact generate ");
  expect(stdout).toContain("\nExit codes: 0 fine, 1 findings, 2 wrong usage or broken input, 3 generated files out of date.\n");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

test.each([
  ["generate", ["--check", "--watch", "--out <dir>", "--from <file>", "--json"]],
  ["validate", ["--from <side>", "--encoding <encoding>", "--session", "--json"]],
  [
    "conform client",
    ["--known-failing <file>", "--only <prefix>", "--timeout <ms>", "--from <file>", "--junit <file>", "--json"],
  ],
  ["conform codec", ["--known-failing <file>", "--only <prefix>", "--timeout <ms>", "--from <file>", "--junit <file>", "--json"]],
  ["conform server", ["--url <url>", "--token <token>", "--set <place=json>", "--quiet <ms>", "--all", "--strict", "--json"]],
  ["scaffold", ["--to <file>", "--check", "--from <file>", "--json"]],
  ["mutants", ["--equivalent <file>", "--all", "--from <file>", "--json"]],
  ["lint", ["--from <file>", "--config <file>", "--strict", "--json"]],
  ["review", ["--against <base>", "--format <format>", "--level <level>", "--strict", "--from <file>", "--fresh", "--json"]],
  ["explain", ["--json"]],
])("%s --help tells every option", async (command, options) => {
  const help = await helpOf([...command.split(" "), "--help"]);
  for (const option of options) expect(help).toContain(`\n  ${option} `);
});

test.each([
  "generate",
  "validate",
  "conform",
  "conform client",
  "conform codec",
  "conform server",
  "scaffold",
  "mutants",
  "lint",
  "review",
])("%s --help shows examples", async (command) => {
  expect(await helpOf([...command.split(" "), "--help"])).toMatch(new RegExp(`\nExamples:\n  npx wirepact ${command}[ \n]`));
});

test("every example of the help is a call that the command understands", async () => {
  const calls = [
    ["--help"],
    ["generate", "--help"],
    ["validate", "--help"],
    ["conform", "--help"],
    ["conform", "client", "--help"],
    ["conform", "codec", "--help"],
    ["conform", "server", "--help"],
    ["scaffold", "--help"],
    ["mutants", "--help"],
    ["lint", "--help"],
    ["review", "--help"],
  ];
  const helps: string[] = [];
  for (const call of calls) helps.push(await helpOf(call));
  const examples = helps.flatMap((help) =>
    [...help.matchAll(/npx wirepact (.+?)(?: {2,}.*| <.*)?$/gm)].map(([, call = ""]) => call),
  );
  expect(examples.length).toBeGreaterThan(7);
  for (const example of examples) {
    // What stands behind -- is a program's.
    const call = `${example} --help`.replace(/ -- (.*) --help$/, " --help -- $1");
    const { stderr } = await runHere(call.split(" "), temporaryFolder());
    expect(stderr).toBe("");
  }
});

test("no command at all shows the help, as wrong usage", async () => {
  const { status, stderr } = await runHere([], temporaryFolder());
  expect(stderr).toContain("Usage: wirepact");
  expect(status).toBe(2);
});

test("--version tells the version of the package", async () => {
  const { status, stdout } = await runHere(["--version"], temporaryFolder());
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(status).toBe(0);
});

async function helpOf(args: readonly string[]): Promise<string> {
  const { status, stdout } = await runHere(args, temporaryFolder());
  expect(status).toBe(0);
  return stdout;
}
