import { type Diagnostic, DiagnosticError, Findings, shownPath } from "../diagnostics.ts";
import { isInside, staleText } from "../lint/ignores.ts";
import { type LintedContract, levelled, lintContract } from "../lint/lintedContract.ts";
import { type Ignore, type LintSettings, readLintSettings } from "../lint/settings.ts";
import { type ProjectFile, readProjectFile, readSection } from "../load/projectFile.ts";
import { type Source, toDiagnostics } from "../load/source.ts";
import { checkExamples } from "../monitor/checkExamples.ts";
import type { ExitCode } from "./exitCodes.ts";
import { originsOf } from "./generate.ts";
import type { LintOptions } from "./lintOptions.ts";
import { type Linted, reportLint, tell } from "./lintReport.ts";
import { loadContract } from "./pipeline.ts";
import type { Origin, Project } from "./project.ts";
import { Progress, type Terminal } from "./terminal.ts";

/** Holds contracts against the rules of naming and modelling. A contract that is broken is told, and the others are linted all the same. */
export async function lint(
  protocols: readonly string[],
  options: LintOptions,
  project: Project,
  terminal: Terminal,
): Promise<ExitCode> {
  const file = readProjectFile(project.root, options.config);
  const settings = readSection(file, "lint", readLintSettings);
  const progress = new Progress(terminal);
  const linted: Linted[] = [];
  const broken: Diagnostic[] = [];
  for (const origin of originsOf(protocols, options, project)) {
    progress.step(`linting ${shownPath(origin.kind === "module" ? origin.folder : origin.path)}`);
    const outcome = await lintOne(origin, project, settings);
    if ("broken" in outcome) broken.push(...outcome.broken);
    else linted.push(outcome);
  }
  const isAll = protocols.length === 0 && options.from === undefined && broken.length === 0;
  const stale = file === undefined ? [] : staleIgnores(settings, linted, isAll, file);
  return reportLint({ linted, broken, stale }, options, terminal);
}

async function lintOne(
  origin: Origin,
  project: Project,
  settings: LintSettings,
): Promise<Linted | { readonly broken: readonly Diagnostic[] }> {
  try {
    const { source, contract, findings } = await loadContract(origin, project);
    await refuseBrokenExamples(source, contract);
    return await tell(lintContract(contract, findings, settings), levelled(source.warnings, settings), source);
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    return { broken: error.diagnostics };
  }
}

/** Samples are what some rules go by: they must be frames of the contract. */
async function refuseBrokenExamples(source: Source, contract: LintedContract["contract"]): Promise<void> {
  const findings = new Findings();
  checkExamples(contract, findings);
  if (findings.hasErrors) throw new DiagnosticError(...(await toDiagnostics(source, findings.all)));
}

/**
 * Entries that covered nothing. One that names no protocol is judged where all protocols were linted, or where it can be nothing in
 * any of them: it names what stands in a message that there is.
 */
function staleIgnores({ ignores }: LintSettings, linted: readonly Linted[], isAll: boolean, file: ProjectFile): Diagnostic[] {
  const contracts = linted.map(({ contract }) => contract);
  const names = contracts.map(({ protocol }) => protocol);
  const isMeant = ({ protocol }: Ignore) => isAll || (protocol !== undefined && names.includes(protocol));
  const judged = ignores.filter((ignore) => isMeant(ignore) || contracts.some((contract) => isInside(ignore, contract)));
  const stale = judged.filter((ignore) => !linted.some(({ used }) => used.has(ignore)));
  return stale.map((ignore) => ({
    code: "stale-ignore",
    severity: "warning",
    text: staleText(ignore, contracts),
    position: file.locate(ignore.pointer),
  }));
}
