import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Progress } from "../../generator/cli/terminal.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

test("a run is quiet in its first second, and then says what it does once a second", () => {
  const lines: string[] = [];
  const progress = new Progress({ out: () => undefined, error: (line) => void lines.push(line) });
  for (const [after, step] of [
    [999, "reading"],
    [1, "judging"],
    [500, "emitting"],
    [500, "writing"],
  ] as const) {
    vi.advanceTimersByTime(after);
    progress.step(step);
  }
  expect(lines).toEqual(["… judging", "… writing"]);
});
