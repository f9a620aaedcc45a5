import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { ROOT } from "./protocols.ts";
import { strangerIsMissing } from "./stranger.ts";

const REASON = "needs somebody who is not here";

test("what a stranger is missing for is skipped, and says why", () => {
  const said = vi.spyOn(console, "warn").mockImplementation(() => {});
  expect(strangerIsMissing(REASON, {})).toBe(REASON);
  expect(said.mock.calls).toEqual([[`skipping what ${REASON}`]]);
});

test("where STRANGERS is set, it fails", () => {
  expect(() => strangerIsMissing(REASON, { STRANGERS: "here" })).toThrow(
    `${REASON}; where STRANGERS is set, nothing of it is skipped`,
  );
});

test("our own CI sets it where they are here", () => {
  expect(readFileSync(`${ROOT}.ci/run`, "utf8")).toMatch(/^if .*dpkg -s .*then export STRANGERS=here; fi$/m);
});
