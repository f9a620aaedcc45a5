import { join, relative } from "node:path";
import { type Diagnostic, formatDiagnostic } from "../diagnostics.ts";
import type { Plan } from "../output/plan.ts";
import { generateCommand } from "./generateCommand.ts";
import type { GenerateOptions } from "./generateOptions.ts";
import type { Package } from "./pipeline.ts";
import type { Project } from "./project.ts";
import { shellWord } from "./shellWord.ts";
import type { Terminal } from "./terminal.ts";

/** One package of a run, and what the run does to its folder. */
export interface Outcome {
  readonly made: Package;
  readonly planned: Plan;
  /** Packages that it needs beside it, and did not need before. */
  readonly needs: readonly string[];
  readonly milliseconds: number;
}

/** Whether a folder differs from what the contract gives. */
export function isStale({ planned }: Outcome): boolean {
  return planned.write.length + planned.remove.length > 0;
}

/** Tells what a run of `generate` did: warnings, a line a package and a summary; or one JSON object. */
export function report(
  outcomes: readonly Outcome[],
  orphaned: readonly Diagnostic[],
  milliseconds: number,
  options: GenerateOptions,
  project: Project,
  terminal: Terminal,
): void {
  const diagnostics = [...outcomes.flatMap(({ made }) => made.warnings), ...orphaned];
  const stale = outcomes.filter(isStale);
  const drift = options.check ? stale.flatMap((outcome) => driftOf(outcome, options, project)) : [];
  if (options.json) {
    const protocols = outcomes.map((outcome) => toJson(outcome, project));
    const ok = !options.check || stale.length + orphaned.length === 0;
    return terminal.out(JSON.stringify({ ok, protocols, diagnostics: [...diagnostics, ...drift] }));
  }
  for (const warning of diagnostics) terminal.error(formatDiagnostic(warning));
  for (const line of toTable(outcomes.map((outcome) => toRow(outcome, options, project)))) terminal.out(line);
  for (const line of outcomes.flatMap((outcome) => needsOf(outcome, project))) terminal.out(line);
  for (const one of drift) terminal.error(formatDiagnostic(one));
  terminal.out(`\n${summaryOf(outcomes, stale.length, orphaned.length, milliseconds, options)}`);
}

function toRow({ made, planned }: Outcome, { check }: GenerateOptions, { root }: Project): string[] {
  const { contract, source } = made;
  const sent = (side: "client" | "server") => contract.messages.filter(({ from }) => from.includes(side)).length;
  const messages = `${sent("client")} client and ${sent("server")} server messages`;
  return [source.protocol, messages, relative(root, planned.folder) || ".", filesOf(planned, check === true)];
}

function filesOf({ write, remove, unchanged }: Plan, check: boolean): string {
  const [written, removed] = check ? ["out of date", "to remove"] : ["written", "removed"];
  if (write.length + remove.length === 0) return `${unchanged} files, unchanged`;
  const parts = [[write.length, written] as const, [remove.length, removed] as const, [unchanged, "unchanged"] as const];
  return `${write.length + unchanged} files: ${parts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : [])).join(", ")}`;
}

/** A package that is installed already lacks what it needs from now on, and would fail with ERR_MODULE_NOT_FOUND. */
function needsOf({ made, planned, needs }: Outcome, { root }: Project): string[] {
  if (needs.length === 0) return [];
  const path = relative(root, planned.folder);
  const command = ["npm", "install", "--ignore-scripts", path.startsWith("..") ? path : `./${path}`].map(shellWord).join(" ");
  return [`${made.source.protocol} now needs ${needs.join(", ")}: ${command}`];
}

function toTable(rows: readonly (readonly string[])[]): string[] {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows.map((row) => row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(width(column)))).join("  "));
}

/** The files that differ, each with the command that mends it. */
function driftOf({ made, planned }: Outcome, options: GenerateOptions, { root }: Project): Diagnostic[] {
  const command = generateCommand(made.source.protocol, options);
  const paths = [...planned.write.map(({ path }) => path), ...planned.remove];
  return paths.map((path) => {
    const position = { file: relative(root, join(planned.folder, path)), line: 1, column: 1 };
    const text = `differs from what the contract gives; run: ${command}`;
    return { code: "out-of-date", severity: "error", text, position } as const;
  });
}

function summaryOf(
  outcomes: readonly Outcome[],
  stale: number,
  orphaned: number,
  milliseconds: number,
  { check }: GenerateOptions,
): string {
  if (check) {
    const parts = [
      ...(stale === 0 ? [] : [`${stale} of ${outcomes.length} out of date`]),
      ...(orphaned === 0 ? [] : [`${orphaned} without a protocol`]),
    ];
    return parts.length === 0 ? "up to date" : parts.join(", ");
  }
  return `${outcomes.length} ${outcomes.length === 1 ? "package" : "packages"}, ${stale} changed, in ${(milliseconds / 1000).toFixed(1)} s`;
}

function toJson({ made, planned, milliseconds }: Outcome, { root }: Project) {
  return {
    protocol: made.source.protocol,
    package: made.contract.packageName,
    messages: made.contract.messages.length,
    folder: relative(root, planned.folder),
    changed: planned.write.map(({ path }) => path),
    removed: planned.remove,
    unchanged: planned.unchanged,
    milliseconds,
  };
}
