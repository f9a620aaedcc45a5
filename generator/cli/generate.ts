import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { type Diagnostic, DiagnosticError, formatDiagnostic, quote } from "../diagnostics.ts";
import { readTemplates } from "../emit/template.ts";
import { readManifest } from "../output/manifest.ts";
import { type Plan, plan } from "../output/plan.ts";
import { write } from "../output/write.ts";
import { ExitCode } from "./exitCodes.ts";
import { makePackage, type Package } from "./pipeline.ts";
import { findOrigin, type Origin, type Project, protocolNames } from "./project.ts";
import { Progress, type Terminal } from "./terminal.ts";

/** Options of `wirepact generate`. */
export interface GenerateOptions {
  readonly check?: boolean;
  readonly watch?: boolean;
  readonly out?: string;
  readonly from?: string;
  readonly json?: boolean;
}

/** One package of a run, and what the run does to its folder. */
interface Outcome {
  readonly made: Package;
  readonly planned: Plan;
  readonly milliseconds: number;
}

/** Writes one package a protocol, or says which are out of date. Nothing is written unless every protocol is fine. */
export async function generate(
  protocols: readonly string[],
  options: GenerateOptions,
  project: Project,
  terminal: Terminal,
): Promise<ExitCode> {
  const outcomes = await planAll(originsOf(protocols, options, project), options, project, terminal);
  const stale = outcomes.filter(({ planned }) => planned.write.length + planned.remove.length > 0);
  if (!options.check) write(outcomes.map(({ planned }) => planned));
  report(outcomes, options, project, terminal);
  return options.check && stale.length > 0 ? ExitCode.outOfDate : ExitCode.fine;
}

/** What the arguments ask for: the named protocols, the file of `--from`, or all that the project has. */
export function originsOf(protocols: readonly string[], { from }: GenerateOptions, project: Project): Origin[] {
  if (from !== undefined) {
    if (protocols.length > 1)
      throw badArguments(`--from takes one protocol name at most, not ${protocols.length}; call generate once a file`);
    return [{ kind: "file", path: resolve(project.root, from), name: protocols[0] }];
  }
  const names = protocols.length > 0 ? [...new Set(protocols)] : protocolNames(project);
  if (names.length === 0)
    throw badArguments(
      "there is no protocol here: no folder under schemas/; write schemas/<name>/protocol.ts, or name an AsyncAPI file with --from",
    );
  return names.map((name) => findOrigin(project, name));
}

async function planAll(
  origins: readonly Origin[],
  options: GenerateOptions,
  project: Project,
  terminal: Terminal,
): Promise<Outcome[]> {
  const out = resolve(project.root, options.out ?? "generated");
  const overrides = join(project.root, "templates");
  const templates = readTemplates(existsSync(overrides) ? overrides : undefined);
  const progress = new Progress(terminal);
  const known = (protocol: string) => readManifest(join(out, protocol)).fingerprint;
  const outcomes: Outcome[] = [];
  const broken: Diagnostic[] = [];
  for (const [index, origin] of origins.entries()) {
    const start = performance.now();
    progress.step(`${nameOf(origin)} (${index + 1} of ${origins.length})`);
    try {
      const made = await makePackage(origin, project, templates, known);
      await checkName(made, origin);
      const planned = plan(join(out, made.source.protocol), made.files, made.fingerprint);
      outcomes.push({ made, planned, milliseconds: Math.round(performance.now() - start) });
    } catch (error) {
      // Every broken protocol of a run is shown, not just the first.
      if (!(error instanceof DiagnosticError)) throw error;
      broken.push(...error.diagnostics);
    }
  }
  if (broken.length > 0) throw new DiagnosticError(...broken);
  return outcomes;
}

/** The folder's name is what commands call a protocol by; another name inside would write to another folder. */
async function checkName({ source }: Package, origin: Origin): Promise<void> {
  if (origin.kind === "file") return;
  const folder = nameOf(origin);
  if (source.protocol === folder) return;
  const text = `the protocol calls itself ${quote(source.protocol)}, but its folder is ${quote(folder)}; make them the same`;
  throw new DiagnosticError({
    code: "name-mismatch",
    severity: "error",
    text,
    position: await source.locate("/x-wirepact/protocol"),
  });
}

function nameOf(origin: Origin): string {
  return (origin.kind === "module" ? origin.folder : origin.path).split(/[\\/]/).at(-1) ?? "";
}

function report(outcomes: readonly Outcome[], options: GenerateOptions, project: Project, terminal: Terminal): void {
  const warnings = outcomes.flatMap(({ made }) => made.warnings);
  for (const warning of warnings) if (!options.json) terminal.error(formatDiagnostic(warning));
  if (options.json)
    return terminal.out(
      JSON.stringify({
        ok: !options.check || isFresh(outcomes),
        protocols: outcomes.map((outcome) => summary(outcome, project)),
        diagnostics: warnings,
      }),
    );
  const width = Math.max(...outcomes.map(({ made }) => made.source.protocol.length));
  for (const outcome of outcomes) terminal.out(line(outcome, width, project));
  if (options.check) return reportDrift(outcomes, options, project, terminal);
  const changed = outcomes.filter(({ planned }) => planned.write.length + planned.remove.length > 0).length;
  const total = outcomes.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  terminal.out(
    `\n${outcomes.length} ${outcomes.length === 1 ? "package" : "packages"}, ${changed} changed, in ${(total / 1000).toFixed(1)} s`,
  );
}

function line({ made, planned }: Outcome, width: number, { root }: Project): string {
  const { contract, source } = made;
  const sent = (side: "client" | "server") => contract.messages.filter(({ from }) => from.includes(side)).length;
  const messages = `${sent("client")} client and ${sent("server")} server messages`;
  const { write: written, remove, unchanged } = planned;
  const files =
    written.length + remove.length === 0
      ? `${unchanged} files, unchanged`
      : `${written.length} files to write, ${remove.length} to remove`;
  return `${source.protocol.padEnd(width)}  ${messages.padEnd(36)}  ${relative(root, planned.folder) || "."}  ${files}`;
}

function reportDrift(outcomes: readonly Outcome[], { out, from }: GenerateOptions, { root }: Project, terminal: Terminal): void {
  const stale = outcomes.filter(({ planned }) => planned.write.length + planned.remove.length > 0);
  for (const { made, planned } of stale) {
    const flags = `${from === undefined ? "" : ` --from ${from}`}${out === undefined ? "" : ` --out ${out}`}`;
    const command = `npx wirepact generate ${made.source.protocol}${flags}`;
    const paths = [...planned.write.map(({ path }) => path), ...planned.remove];
    for (const path of paths) {
      const position = { file: relative(root, join(planned.folder, path)), line: 1, column: 1 };
      terminal.error(
        formatDiagnostic({
          code: "out-of-date",
          severity: "error",
          text: `differs from what the contract gives; run: ${command}`,
          position,
        }),
      );
    }
  }
  terminal.out(stale.length === 0 ? "\nup to date" : `\n${stale.length} of ${outcomes.length} out of date`);
}

function summary({ made, planned, milliseconds }: Outcome, { root }: Project) {
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

function isFresh(outcomes: readonly Outcome[]): boolean {
  return outcomes.every(({ planned }) => planned.write.length + planned.remove.length === 0);
}

function badArguments(text: string): DiagnosticError {
  return new DiagnosticError({
    code: "bad-arguments",
    severity: "error",
    text,
    position: { file: "wirepact", line: 1, column: 1 },
  });
}
