import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../support/protocols.ts";
import { readTree } from "../support/readTree.ts";
import { runHere } from "../support/runHere.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

/** A folder a case: the command, the user's file before and after it, and what was told. All are of one contract. */
const GOLDEN = `${ROOT}test/golden/scaffold`;
const CASES = readdirSync(GOLDEN, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
const SCHEMA = "schemas/chat/protocol.ts";

/** `RECORD=1 npx vitest run test/cli/scaffoldGolden.test.ts` writes what the command does now; read the difference. */
const RECORDING = process.env["RECORD"] === "1";

test.each(CASES)("%s", async (name) => {
  const folder = join(GOLDEN, name);
  const args = readFileSync(join(folder, "command.txt"), "utf8").trim().split(" ");
  const path = args[args.indexOf("--to") + 1] ?? "";
  const ending = path.slice(path.lastIndexOf("."));
  const before = textOf(join(folder, `before${ending}`));
  const project = temporaryFolder({
    [SCHEMA]: readFileSync(join(GOLDEN, "protocol.ts"), "utf8"),
    ...(before === undefined ? {} : { [path]: before }),
  });

  const { status, stdout, stderr } = await runHere(args, project);
  const told = `${stdout}${stderr}exit ${status}\n`;
  const { [path]: after, [SCHEMA]: _, ...others } = readTree(project);
  if (RECORDING) writeFileSync(join(folder, "told.txt"), told);
  if (RECORDING && after !== undefined && after !== before) writeFileSync(join(folder, `after${ending}`), after);

  expect(told).toBe(readFileSync(join(folder, "told.txt"), "utf8"));
  // Without a file of its own, a case leaves the user's as it was.
  expect(after).toBe(textOf(join(folder, `after${ending}`)) ?? before);
  expect(others).toEqual({});
});

test.each(CASES.filter((name) => !name.startsWith("refused-")))("%s: a second run finds nothing missing", async (name) => {
  const folder = join(GOLDEN, name);
  const [side = "", path = ""] = readFileSync(join(folder, "command.txt"), "utf8").match(/(?<=scaffold )\w+|\S+\.m?[jt]s/g) ?? [];
  const text = textOf(join(folder, `after${path.slice(path.lastIndexOf("."))}`));
  if (text === undefined) return;
  const project = temporaryFolder({ [SCHEMA]: readFileSync(join(GOLDEN, "protocol.ts"), "utf8"), [path]: text });
  const { status, stdout } = await runHere(["scaffold", side, "chat", "--to", path], project);
  expect({ status, stdout }).toEqual({ status: 0, stdout: `${path}: nothing is missing\n` });
  expect(readTree(project)[path]).toBe(text);
});

function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
