import { expect, test } from "vitest";
import { areTold, reportMutants } from "../../generator/cli/mutantsReport.ts";
import { Equivalents } from "../../generator/mutants/equivalents.ts";
import type { Judged, Outcome } from "../../generator/mutants/outcome.ts";

function judged(id: string, outcome: Outcome): Judged {
  return { id, kind: "drop-required", pointer: "/x", text: "a may come without b", outcome };
}

const SURVIVED: Outcome = { kind: "survived", witness: { from: "client", frame: { type: "a" } } };

test("a survivor that is listed, by its name or by how it begins, is equivalent for the reason of the list", () => {
  const list = new Equivalents([
    { name: "chat/drop-required/a", reason: "one", line: 1 },
    { name: "chat/null-in/*", reason: "many", line: 2 },
  ]);
  expect(list.judge(judged("chat/drop-required/a", SURVIVED)).outcome).toEqual({
    kind: "equivalent",
    isProved: false,
    reason: "one",
  });
  expect(list.judge(judged("chat/null-in/a/b", SURVIVED)).outcome).toMatchObject({ kind: "equivalent", reason: "many" });
  expect(list.judge(judged("chat/drop-required/ab", SURVIVED)).outcome).toBe(SURVIVED);
  expect(list.stale).toEqual([]);
});

test("an entry whose mutants some fixture tells is stale", () => {
  const entry = { name: "chat/drop-required/a", reason: "one", line: 1 };
  const list = new Equivalents([entry]);
  const killed = judged(entry.name, { kind: "killed", by: "chat/a/missing/b" });
  expect(list.judge(killed)).toBe(killed);
  expect(list.stale).toEqual([entry]);
});

test("a survivor is told with what differs and the frame that a fixture lacks, and fails the run", () => {
  const lines: string[] = [];
  const listed: Outcome = { kind: "equivalent", isProved: false, reason: "nobody reads it" };
  const hunted = [
    { protocol: "chat", judged: [judged("chat/one", SURVIVED), judged("chat/two", listed)], stale: [], milliseconds: 1 },
  ];
  reportMutants(hunted, [], {}, { out: (text) => void lines.push(text), error: () => {} });
  expect(lines).toContain('  survived  chat/one: a may come without b; the client\'s {"type":"a"} tells it, and no fixture does');
  expect(lines).toContain("  equivalent  chat/two: a may come without b; nobody reads it");
  expect(lines.at(-1)).toBe("2 mutants in 0.0 s: 0 killed, 1 survived (0 % killed), 1 equivalent, 0 no contracts");
  expect(areTold(hunted, [])).toBe(false);
});
