import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LIBRARIES } from "../../generator/emit/adapters.ts";

const ROOT = join(import.meta.dirname, "../..");

/** Where each range must begin, and why: what our defence against hostile peers is made of. */
const FLOORS: Readonly<Record<string, readonly number[]>> = {
  // Counts the fragments of a message since 8.21.0, and empty ones since 8.21.1.
  ws: [8, 21, 1],
};

test.each(Object.entries(FLOORS))("the peer range of %s begins where it has what the runtime relies on", (name, floor) => {
  const { peerDependencies } = JSON.parse(readFileSync(join(ROOT, "runtime/package.json"), "utf8"));
  const begins = /^\^(\d+)\.(\d+)\.(\d+)$/.exec(peerDependencies[name])?.slice(1).map(Number) ?? [];
  expect(
    begins.map((part) => String(part).padStart(5, "0")).join(".") >= floor.map((part) => String(part).padStart(5, "0")).join("."),
  ).toBe(true);
});

test("generated packages ask for the same as the runtime", () => {
  const { peerDependencies } = JSON.parse(readFileSync(join(ROOT, "runtime/package.json"), "utf8"));
  expect(peerDependencies).toEqual(LIBRARIES);
});
