import { describe, expect, test } from "vitest";
import type { ConformCase } from "../../generator/conform/conformCase.ts";
import { runCases } from "../../generator/conform/run.ts";
import { type CaseResult, PASS } from "../../generator/conform/verdict.ts";

async function run(cases: readonly ConformCase[], timeout = 60_000, stop?: AbortSignal): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for await (const result of runCases(cases, { timeout, ...(stop === undefined ? {} : { stop }) })) results.push(result);
  return results;
}

function caseOf(id: string, run: ConformCase["run"]): ConformCase {
  return { id, title: id, run };
}

test("each case is run in its turn, and has its verdict", async () => {
  const seen: string[] = [];
  const note = (id: string) =>
    caseOf(id, async () => {
      seen.push(id);
      return PASS;
    });
  expect(await run([note("a"), note("b")])).toMatchObject([
    { id: "a", title: "a", verdict: PASS },
    { id: "b", title: "b", verdict: PASS },
  ]);
  expect(seen).toEqual(["a", "b"]);
});

test("a case that throws is an error of the harness, and the next one is run", async () => {
  const broken = caseOf("a", () => Promise.reject(new Error("no such thing")));
  const results = await run([broken, caseOf("b", async () => PASS)]);
  expect(results.map(({ verdict }) => verdict)).toEqual([{ kind: "harness-error", text: "no such thing" }, PASS]);
});

describe("a case whose time is over", () => {
  test("is asked to say what it was waiting for", async () => {
    const waits = caseOf("a", (signal) => {
      const verdict = { kind: "fail", rule: "silence", text: "no answer" } as const;
      return new Promise((resolve) => signal.addEventListener("abort", () => resolve(verdict)));
    });
    expect((await run([waits], 1))[0]?.verdict).toEqual({ kind: "fail", rule: "silence", text: "no answer" });
  });

  test("ends nevertheless where it does not listen", async () => {
    const stuck = caseOf("a", () => new Promise(() => {}));
    const text = "it came to no end within 1 ms, nor when it was told to, and may go on beside the next";
    expect((await run([stuck], 1))[0]?.verdict).toEqual({ kind: "harness-error", text });
  });

  test("is waited for before the next one begins", async () => {
    const seen: string[] = [];
    const slow = caseOf("a", async (signal) => {
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      await new Promise(setImmediate);
      seen.push("a ended");
      return PASS;
    });
    const next = caseOf("b", async () => {
      seen.push("b began");
      return PASS;
    });
    await run([slow, next], 1);
    expect(seen).toEqual(["a ended", "b began"]);
  });
});

describe("a run that is stopped", () => {
  test("begins no further case", async () => {
    const stop = new AbortController();
    const results: string[] = [];
    for await (const { id } of runCases([caseOf("a", async () => PASS), caseOf("b", async () => PASS)], {
      timeout: 60_000,
      stop: stop.signal,
    })) {
      results.push(id);
      stop.abort();
    }
    expect(results).toEqual(["a"]);
  });

  test("waits for no case that runs", async () => {
    const stop = new AbortController();
    const stuck = caseOf("a", () => {
      stop.abort();
      return new Promise(() => {});
    });
    expect(await run([stuck], 60_000, stop.signal)).toEqual([]);
  });
});
