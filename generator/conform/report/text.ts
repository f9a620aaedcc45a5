import { printable } from "@wirepact/runtime";
import type { JudgedResult, Outcome } from "../outcome.ts";
import { type ConformRun, summarize } from "../summary.ts";
import type { Place } from "../verdict.ts";
import { type SameFailures, sameFailures } from "./sameFailures.ts";

/** What people are told of one result as it comes; nothing where there is nothing to tell, or where the end tells it. Whatever it holds, a terminal shows it as text. */
export function tellResult({ id, title, verdict, outcome, known }: JudgedResult): string[] {
  if (outcome === "unexpected-pass") return tell(outcome, id, `passes now; take it off the list (${known})`);
  if (verdict.kind !== "fail") return [];
  if (known !== undefined) return tell(outcome, id, known);
  const { rule, text, at, frame } = verdict;
  const about = [...(frame === undefined ? [] : [frame]), ...(at === undefined ? [] : [place(at)])];
  return [...tell(outcome, id, `${rule}: ${text}`, [title]), ...about.map((line) => printable(`    ${line}`))];
}

/** A line, what belongs to it, and where what was said has more lines these. */
function tell(outcome: Outcome, subject: string, text: string, more: readonly string[] = []): string[] {
  const [first = "", ...rest] = text.split("\n");
  return [`${LABELS[outcome]}  ${subject}: ${first}`, ...[...more, ...rest].map((line) => `    ${line}`)].map(printable);
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

/** The end of a report: what was not judged, and why; what the list of known failures has in vain; and the figures. */
export function tellRun(run: ConformRun): string[] {
  const skipped = tally(run.results, ({ verdict }) => (verdict.kind === "skipped" ? verdict.reason : undefined));
  const errors = tally(run.results, ({ verdict }) => (verdict.kind === "harness-error" ? verdict.text : undefined));
  const unjudged = errors.flatMap(({ text, id, count }) =>
    tell("harness-error", `${id}${count > 1 ? ` and ${count - 1} more` : ""}`, text),
  );
  const others = [
    ...sameFailures(run.results).map(tellSame),
    ...skipped.map(({ text, id, count }) => `${LABELS.skipped}  ${count === 1 ? id : `${count} cases`}: ${text}`),
    ...run.notes,
    ...run.stale.map((name) => `no case is named ${name}, which the list of known failures has`),
    ...(run.unrun === 0 ? [] : [`interrupted, with ${run.unrun} cases to go`]),
    tellFigures(run),
  ];
  return [...unjudged, ...others.map(printable)];
}

function tellSame({ first, others }: SameFailures): string {
  const more = others.length > NAMED ? ` and ${others.length - NAMED} more` : "";
  const count = others.length === 1 ? "1 more case" : `${others.length} more cases`;
  return `${LABELS.fail}  ${first}: the same in ${count}: ${others.slice(0, NAMED).join(", ")}${more}`;
}

/** So many cases are named where all have the same to tell. */
const NAMED = 10;

function tellFigures(run: ConformRun): string {
  const { counts, isIdle, isFine } = summarize(run);
  const figures = (Object.keys(counts) as Outcome[]).flatMap((outcome) =>
    counts[outcome] > 0 ? [`${counts[outcome]} ${FIGURES[outcome]}`] : [],
  );
  const nothing = isIdle ? ["nothing was judged, so nothing was shown"] : [];
  const time = `in ${(run.milliseconds / 1000).toFixed(1)} s`;
  return `${isFine ? "ok" : "not ok"}  ${run.protocol} ${run.role}: ${[...figures, ...nothing].join(", ")}, ${time}`;
}

const FIGURES: Readonly<Record<Outcome, string>> = {
  pass: "passed",
  "known-failure": "known to fail",
  skipped: "skipped",
  fail: "failed",
  "unexpected-pass": "passed unexpectedly",
  "harness-error": "not judged",
};

interface Tally {
  readonly text: string;
  /** The first of them. */
  readonly id: string;
  readonly count: number;
}

/** What is said of many cases is said once. */
function tally(results: readonly JudgedResult[], textOf: (result: JudgedResult) => string | undefined): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const result of results) {
    const text = textOf(result);
    if (text === undefined) continue;
    const { id, count } = tallies.get(text) ?? { id: result.id, count: 0 };
    tallies.set(text, { text, id, count: count + 1 });
  }
  return [...tallies.values()];
}
