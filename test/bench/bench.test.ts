import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

test("the benchmark of generate runs to its end, and prints every stage", () => {
  const printed = execFileSync(process.execPath, ["test/bench/generate.js", "1", "20"], { encoding: "utf8" });
  expect(printed).toContain("generate, 20 messages, first time");
  expect(printed).toMatch(/20 messages, stage by stage(.|\n)*official parser\n$/);
});
