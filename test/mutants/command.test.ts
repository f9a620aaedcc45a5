import { expect, test } from "vitest";
import { runHere } from "../support/runHere.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const KEEPS = "terminal/drop-required/components/messages/error/payload/required/message";

test("one line a kind, and the figures of all", async () => {
  const { status, stdout, stderr } = await runHere(["mutants", "terminal"], temporaryFolder());
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(
    /^terminal +made +killed +equivalent +survived +stillborn +share\n {2}drop-required +\d+ +\d+ +0 +0 +\d+ +100 %\n/,
  );
  expect(stdout).toMatch(
    /\n\d+ mutants in [\d.]+ s: \d+ killed, 0 survived \(100 % killed\), \d+ equivalent, \d+ no contracts\n$/,
  );
});

test("--all tells of every mutant what became of it", async () => {
  const { stdout } = await runHere(["mutants", "terminal", "--all"], temporaryFolder());
  expect(stdout).toContain(`  killed  ${KEEPS}: error may come without message; told by terminal/error/missing/message\n`);
  expect(stdout).toMatch(/ {2}equivalent {2}terminal\/\S+: .*; proved: its messages admit the same frames/);
  expect(stdout).toMatch(/ {2}stillborn {2}terminal\/\S+: .*; \S/);
});

test("--json has each mutant, and the figures by kind", async () => {
  const { status, stdout } = await runHere(["mutants", "terminal", "--json"], temporaryFolder());
  const { ok, protocols, stale } = JSON.parse(stdout);
  expect({ status, ok, stale }).toEqual({ status: 0, ok: true, stale: [] });
  expect(protocols[0]).toMatchObject({ protocol: "terminal", survived: 0, kinds: { "drop-required": { survived: 0 } } });
  expect(protocols[0].mutants).toContainEqual({
    id: KEEPS,
    kind: "drop-required",
    pointer: "/components/messages/error/payload/required/message",
    text: "error may come without message",
    outcome: "killed",
    by: "terminal/error/missing/message",
  });
});

test("an entry that no survivor needs is stale, and fails the run", async () => {
  const folder = temporaryFolder({ "mutants.txt": `${KEEPS}  # nobody reads it\nnobody/drop-required*  # gone\n` });
  const named = await runHere(["mutants", "terminal", "--equivalent", "mutants.txt"], folder);
  expect(named.stdout).toContain(
    `\n  stale  ${KEEPS}: no mutant of this name survives (nobody reads it); take it off the list\n`,
  );
  expect(named.status).toBe(1);
});

test.each([
  ["no reason", "a/b\n", 'mutants.txt:1:1 - error bad-arguments: "a/b" has no reason'],
])("a list with %s is refused", async (_what, text, told) => {
  const folder = temporaryFolder({ "mutants.txt": text });
  const { status, stderr } = await runHere(["mutants", "terminal", "--equivalent", "mutants.txt"], folder);
  expect(stderr).toContain(told);
  expect(status).toBe(2);
});

test("a list that is not there is told", async () => {
  const { status, stderr } = await runHere(["mutants", "terminal", "--equivalent", "mutants.txt"], temporaryFolder());
  expect(stderr).toContain(
    "mutants.txt:1:1 - error unreadable-file: cannot be read (ENOENT); name a list of names and reasons with --equivalent",
  );
  expect(status).toBe(2);
});
