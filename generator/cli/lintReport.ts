import { pointerSteps } from "@wirepact/runtime";
import { type Diagnostic, formatDiagnostic, type Position } from "../diagnostics.ts";
import { grouped } from "../grouped.ts";
import type { Found, LintedContract } from "../lint/lintedContract.ts";
import { listed } from "../lint/listed.ts";
import type { Source } from "../load/source.ts";
import { ExitCode } from "./exitCodes.ts";
import type { LintOptions } from "./lintOptions.ts";
import type { Terminal } from "./terminal.ts";

/** Something that was found, with its places in the document and in the file. */
export interface Told extends Diagnostic<string> {
  readonly protocol: string;
  readonly pointer: string;
}

/** A contract that was linted, and what is told of it. */
export interface Linted extends Pick<LintedContract, "contract" | "ignored" | "used"> {
  readonly told: readonly Told[];
}

/** What a run of `lint` gave. */
export interface LintRun {
  readonly linted: readonly Linted[];
  /** What is wrong with contracts that could not be linted. */
  readonly broken: readonly Diagnostic[];
  readonly stale: readonly Diagnostic[];
}

/** Gives what was found its places, in their order. What has one cause is told once; `lost` is what a source lost while it was read. */
export async function tell(
  { contract, found, ignored, used }: LintedContract,
  lost: readonly Diagnostic[],
  source: Source,
): Promise<Linted> {
  const { protocol } = contract;
  const placed = await Promise.all(found.map(async (one) => ({ ...one, position: await source.locate(one.pointer) })));
  const folded = foldShared(placed).map(({ about: _, fault: __, ...one }) => ({ ...one, protocol }));
  const early = lost.map((warning) => ({ ...warning, protocol, pointer: "" }));
  return { contract, ignored, used, told: [...early, ...folded].sort(byPlace) };
}

type Placed = Found & { readonly position: Position };

/** One mistake in what messages share, such as a field that a module spreads into several, is told for the first of them. */
function foldShared(all: readonly Placed[]): Placed[] {
  const told = new Map<string, number>();
  const groups = grouped(all, (one) => {
    // Two things wrong with one place are two.
    const time = (told.get(`${one.code} ${one.pointer}`) ?? 0) + 1;
    told.set(`${one.code} ${one.pointer}`, time);
    return JSON.stringify([one.code, one.fault ?? [one.position, pointerSteps(one.pointer).at(-1), time]]);
  });
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined || others.length === 0) return first ?? [];
    return { ...first, text: `${first.text} (and ${others.length} more like it${namesOf(first, others)})` };
  });
}

/** The names of what else breaks a rule for the same reason, where they are others. */
function namesOf(first: Placed, others: readonly Placed[]): string {
  const names = [...new Set(others.flatMap(({ about }) => about ?? []))].filter((name) => name !== first.about);
  return names.length === 0 ? "" : `: ${listed(names)}`;
}

function byPlace({ position: one }: Told, { position: other }: Told): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return one.line - other.line || one.column - other.column;
}

/** Tells what a run of `lint` found: a line each, and a summary; or one JSON object. */
export function reportLint(run: LintRun, options: LintOptions, terminal: Terminal): ExitCode {
  const { linted, broken, stale } = run;
  const found = [...linted.flatMap(({ told }) => told), ...stale];
  const status = statusOf(run, options.strict === true);
  if (options.json) {
    const protocols = linted.map(({ contract, told, ignored }) => ({ protocol: contract.protocol, found: told.length, ignored }));
    terminal.out(JSON.stringify({ ok: status === ExitCode.fine, protocols, diagnostics: [...broken, ...found] }));
    return status;
  }
  for (const diagnostic of found) terminal.out(formatDiagnostic(diagnostic));
  for (const diagnostic of broken) terminal.error(formatDiagnostic(diagnostic));
  if (linted.length > 0) terminal.out(summaryOf(run));
  return status;
}

function statusOf({ linted, broken, stale }: LintRun, strict: boolean): ExitCode {
  if (broken.some(({ severity }) => severity === "error")) return ExitCode.broken;
  const found = [...linted.flatMap(({ told }) => told), ...stale];
  return found.some(({ severity }) => strict || severity === "error") ? ExitCode.findings : ExitCode.fine;
}

function summaryOf({ linted, stale }: LintRun): string {
  const found = [...linted.flatMap(({ told }) => told), ...stale];
  const errors = found.filter(({ severity }) => severity === "error").length;
  const ignored = linted.reduce((sum, one) => sum + one.ignored, 0);
  const counts = found.length === 0 ? "nothing to say" : `${count(errors, "error")}, ${count(found.length - errors, "warning")}`;
  const blank = found.length === 0 ? "" : "\n";
  return `${blank}${count(linted.length, "protocol")}: ${counts}${ignored === 0 ? "" : `, ${ignored} ignored`}`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
