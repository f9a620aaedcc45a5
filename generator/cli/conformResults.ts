import type { ConformCase } from "../conform/conformCase.ts";
import type { KnownFailing } from "../conform/knownFailing.ts";
import { type JudgedResult, judgeResult, OUTCOMES } from "../conform/outcome.ts";
import { failureKey } from "../conform/report/sameFailures.ts";
import { tellResult } from "../conform/report/text.ts";
import { type RunOptions, runCases } from "../conform/run.ts";
import type { CaseResult } from "../conform/verdict.ts";
import type { Source } from "../load/source.ts";
import { Progress, type Terminal } from "./terminal.ts";

/** How results are told while they come. */
export interface Telling extends RunOptions {
  /** Whether they are told at the end only. */
  readonly isQuiet: boolean;
}

/** Runs cases, and tells what is worth telling as it comes. */
export async function collectResults(
  cases: readonly ConformCase[],
  known: KnownFailing,
  source: Source,
  { isQuiet, ...options }: Telling,
  terminal: Terminal,
): Promise<JudgedResult[]> {
  const progress = new Progress(terminal);
  const results: JudgedResult[] = [];
  const told = new Set<string>();
  let amiss = 0;
  for await (const result of runCases(cases, options)) {
    const judged = judgeResult(await placed(result, source), known);
    results.push(judged);
    if (!OUTCOMES[judged.outcome].isFine) amiss += 1;
    const failure = failureKey(judged);
    // What fails as another case did is told with the others, at the end.
    const isAgain = failure !== undefined && told.has(failure);
    if (failure !== undefined) told.add(failure);
    if (!isQuiet && !isAgain) for (const line of tellResult(judged)) terminal.out(line);
    progress.step(`${results.length} of ${cases.length} cases, ${amiss} not as they should be`);
  }
  return results;
}

/** Looks up the line of the file that people edit. */
async function placed(result: CaseResult, { locate }: Source): Promise<CaseResult> {
  const { verdict } = result;
  if (verdict.kind !== "fail" || verdict.at === undefined) return result;
  const { file, line, column } = await locate(verdict.at.pointer);
  return { ...result, verdict: { ...verdict, at: { ...verdict.at, written: `${file}:${line}:${column}` } } };
}
