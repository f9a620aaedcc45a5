import type { ConformCase } from "./conformCase.ts";
import type { CaseResult, Verdict } from "./verdict.ts";

/** How cases are run. */
export interface RunOptions {
  /** Milliseconds that each case may take. */
  readonly timeout: number;
  /** Ends the run: the case that runs, and those that have not begun, have no result. */
  readonly stop?: AbortSignal;
}

/** Milliseconds that a case has, after its time, to say what it was waiting for. */
const GRACE = 1000;

/**
 * Runs cases one after the other, and tells each result as it is there. Whatever a case does, it has a verdict in time. One whose
 * time is over is told to end and waited for; one that does not even then can be ended by nothing short of the run's own end, and
 * keeps nobody from the other cases: its verdict says that it may go on beside them.
 */
export async function* runCases(cases: Iterable<ConformCase>, { timeout, stop }: RunOptions): AsyncGenerator<CaseResult> {
  for (const { run, ...about } of cases) {
    if (stop?.aborted) return;
    const began = performance.now();
    const verdict = await runWithin(run, timeout, stop);
    if (stop?.aborted) return;
    yield { ...about, verdict, milliseconds: Math.round(performance.now() - began) };
  }
}

async function runWithin(run: ConformCase["run"], timeout: number, stop?: AbortSignal): Promise<Verdict> {
  const [time, over] = [new AbortController(), new AbortController()];
  const timers = [setTimeout(() => time.abort(`within ${timeout} ms`), timeout), setTimeout(() => over.abort(), timeout + GRACE)];
  const end = () => over.abort();
  stop?.addEventListener("abort", end, { once: true });
  const overdue = new Promise<Verdict>((resolve) => {
    over.signal.addEventListener("abort", () => resolve(tookTooLong(timeout)), { once: true });
  });
  try {
    return await Promise.race([run(time.signal), overdue]);
  } catch (error) {
    return { kind: "harness-error", text: error instanceof Error ? error.message : String(error) };
  } finally {
    for (const timer of timers) clearTimeout(timer);
    stop?.removeEventListener("abort", end);
  }
}

function tookTooLong(timeout: number): Verdict {
  return {
    kind: "harness-error",
    text: `it came to no end within ${timeout} ms, nor when it was told to, and may go on beside the next`,
  };
}
