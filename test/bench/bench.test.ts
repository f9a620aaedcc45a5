import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

test("the benchmark of generate runs to its end, and prints every stage", () => {
  const printed = execFileSync(process.execPath, ["test/bench/generate.js", "1", "20"], { encoding: "utf8" });
  for (const what of ["all five", "20 messages"]) expect(printed).toContain(`generate, ${what}, first time`);
  expect(printed).toMatch(/20 messages, stage by stage(.|\n)*official parser\n$/);
});

test("the benchmark of servers runs to its end, and prints ratios", () => {
  const printed = execFileSync(process.execPath, ["test/bench/serve.js", "1", "20", "20"], { encoding: "utf8" });
  for (const pair of ["panel against bare ws", "agent against plain Socket.IO"]) expect(printed).toContain(pair);
  for (const figure of ["throughput", "latency", "broadcast", "memory"]) {
    expect(printed.match(new RegExp(`^${figure} +-?[\\d.]+ +-?[\\d.]+ +-?[\\d.]+  `, "gm"))).toHaveLength(2);
  }
});

test("the benchmark of the session monitor runs to its end, and refuses nothing", () => {
  const printed = execFileSync(process.execPath, ["test/bench/monitor.js", "1000"], { encoding: "utf8" });
  expect(printed.match(/^ +\d+ frames .* a second .* things kept {2}0 refused$/gm)).toHaveLength(3);
});

test("the benchmark of reviews runs to its end, and tells what changed", () => {
  const printed = execFileSync(process.execPath, ["test/bench/review.js", "20"], { encoding: "utf8" });
  expect(printed.match(/^review, 20 messages, .*: \d+ ms, \d+ told$/gm)).toHaveLength(5);
});
