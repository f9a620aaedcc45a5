import type { ConformCase } from "./conformCase.ts";
import type { CaseResult, Verdict } from "./verdict.ts";

/** How cases are run. */
export interface RunOptions {
  /** Milliseconds that each case may take. */
  readonly timeout: number;
  /** Ends the run: cases that have not begun are left out. */
  readonly stop?: AbortSignal;
}

/** Milliseconds that a case has, after its time, to say what it was waiting for. */
const GRACE = 1000;

/** Runs cases one after the other, and tells each result as it is there. Whatever a case does, it ends in time and has a verdict. */
export async function* runCases(cases: Iterable<ConformCase>, { timeout, stop }: RunOptions): AsyncGenerator<CaseResult> {
  for (const { id, title, run } of cases) {
    if (stop?.aborted) return;
    const began = performance.now();
    const verdict = await runWithin(run, timeout);
    yield { id, title, verdict, milliseconds: Math.round(performance.now() - began) };
  }
}

async function runWithin(run: ConformCase["run"], timeout: number): Promise<Verdict> {
  const time = new AbortController();
  const timers: NodeJS.Timeout[] = [];
  const overdue = new Promise<Verdict>((resolve) => {
    timers.push(setTimeout(() => time.abort(), timeout));
    timers.push(setTimeout(() => resolve(tookTooLong(timeout)), timeout + GRACE));
  });
  try {
    return await Promise.race([run(time.signal), overdue]);
  } catch (error) {
    return { kind: "harness-error", text: error instanceof Error ? error.message : String(error) };
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}

function tookTooLong(timeout: number): Verdict {
  return { kind: "harness-error", text: `it came to no end within ${timeout} ms` };
}
