import { printable } from "@wirepact/runtime";
import type { JudgedResult, Outcome } from "../outcome.ts";
import { type ConformRun, summarize } from "../summary.ts";
import type { Place } from "../verdict.ts";

/** What people are told of one result; nothing where there is nothing to tell. Whatever it holds, a terminal shows it as text. */
export function tellResult({ id, title, verdict, outcome, known }: JudgedResult): string[] {
  const told = (text: string, more: readonly string[] = []) =>
    [`${LABELS[outcome]}  ${id}: ${text}`, ...more.map((line) => `    ${line}`)].map(printable);
  if (verdict.kind === "fail") {
    if (known !== undefined) return told(known);
    const { rule, text, at, frame } = verdict;
    return told(`${rule}: ${text}`, [title, ...(frame === undefined ? [] : [frame]), ...(at === undefined ? [] : [place(at)])]);
  }
  if (verdict.kind === "harness-error") return told(verdict.text);
  return outcome === "unexpected-pass" ? told(`passes now; take it off the list (${known})`) : [];
}

const LABELS: Readonly<Record<Outcome, string>> = {
  pass: "pass",
  "known-failure": "known failure",
  skipped: "skipped",
  fail: "FAIL",
  "unexpected-pass": "UNEXPECTED PASS",
  "harness-error": "HARNESS ERROR",
};

function place({ pointer, source, written }: Place): string {
  return [`at ${written ?? (pointer || "/")}`, ...(source === undefined ? [] : [`(${source})`])].join(" ");
}

/** The end of a report: why cases were skipped, what the list of known failures has in vain, and the figures. */
export function tellRun(run: ConformRun): string[] {
  const { counts, isFine } = summarize(run);
  const figures = (Object.keys(counts) as Outcome[]).flatMap((outcome) =>
    counts[outcome] > 0 ? [`${counts[outcome]} ${FIGURES[outcome]}`] : [],
  );
  const time = `in ${(run.milliseconds / 1000).toFixed(1)} s`;
  const ending = counts.skipped === run.results.length ? ["nothing was judged, so nothing was shown"] : [];
  return [
    ...[...skipped(run.results)].map(([reason, count]) => `skipped  ${count} ${count === 1 ? "case" : "cases"}: ${reason}`),
    ...run.stale.map((name) => `no case is named ${name}, which the list of known failures has`),
    ...(run.unrun === 0 ? [] : [`interrupted, with ${run.unrun} cases to go`]),
    `${isFine ? "ok" : "not ok"}  ${run.protocol} ${run.role}: ${[...figures, ...ending].join(", ")}, ${time}`,
  ].map(printable);
}

const FIGURES: Readonly<Record<Outcome, string>> = {
  pass: "passed",
  "known-failure": "known to fail",
  skipped: "skipped",
  fail: "failed",
  "unexpected-pass": "passed unexpectedly",
  "harness-error": "not judged",
};

function skipped(results: readonly JudgedResult[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { verdict } of results)
    if (verdict.kind === "skipped") counts.set(verdict.reason, (counts.get(verdict.reason) ?? 0) + 1);
  return counts;
}
