import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Diagnostic, DiagnosticError, quote } from "../diagnostics.ts";
import { judge } from "../load/judge.ts";
import { PROTOCOL_NAME } from "../model/extension.ts";
import { readManifest } from "../output/manifest.ts";
import { newPeers } from "../output/newPeers.ts";
import { orphans } from "../output/orphans.ts";
import { plan } from "../output/plan.ts";
import { write } from "../output/write.ts";
import { badArguments } from "./commandError.ts";
import { ExitCode } from "./exitCodes.ts";
import type { GenerateOptions } from "./generateOptions.ts";
import { packageOriginOf, refuseOther } from "./ownership.ts";
import { makePackage, type Package } from "./pipeline.ts";
import { findOrigin, GENERATED, type Origin, type Project, protocolNames } from "./project.ts";
import { isStale, type Outcome, report } from "./report.ts";
import { readTemplates } from "./templates.ts";
import { Progress, type Terminal } from "./terminal.ts";

/** Writes one package a protocol, or says which are out of date. Nothing is written unless every protocol is fine. */
export async function generate(
  protocols: readonly string[],
  options: GenerateOptions,
  project: Project,
  terminal: Terminal,
  onFiles: (files: readonly string[]) => void = () => {},
): Promise<ExitCode> {
  const start = performance.now();
  const outcomes = await planAll(originsOf(protocols, options, project), options, project, terminal);
  onFiles(outcomes.flatMap(({ made }) => made.source.files));
  if (!options.check) write(outcomes.map(({ planned }) => planned));
  // Only a run of all protocols knows that one is gone.
  const isAll = protocols.length === 0 && options.from === undefined;
  const orphaned = isAll ? orphansOf(outcomes, options, project) : [];
  report(outcomes, orphaned, performance.now() - start, options, project, terminal);
  return options.check && (outcomes.some(isStale) || orphaned.length > 0) ? ExitCode.outOfDate : ExitCode.fine;
}

function orphansOf(outcomes: readonly Outcome[], { out, check }: GenerateOptions, { root }: Project): Diagnostic[] {
  const protocols = outcomes.map(({ made }) => made.source.protocol);
  return orphans(resolve(root, out ?? GENERATED), protocols, check ? "error" : "warning");
}

const NAMING = "write small letters, digits and hyphens, a letter first, at most 64";

/** What the arguments ask for: the named protocols, the file of `--from`, or all that the project has. */
export function originsOf(protocols: readonly string[], { from, out }: GenerateOptions, project: Project): Origin[] {
  if (from !== undefined) {
    if (protocols.length > 1)
      throw badArguments(`--from takes one protocol name at most, not ${protocols.length}; call the command once a file`);
    const [name] = protocols;
    if (name !== undefined && !PROTOCOL_NAME.test(name))
      throw badArguments(`${quote(name)} cannot be a package's name; ${NAMING}`);
    return [{ kind: "file", path: resolve(project.root, from), name }];
  }
  const names = protocols.length > 0 ? [...new Set(protocols)] : protocolNames(project, out);
  if (names.length === 0)
    throw badArguments(
      "there is no protocol here: no folder under schemas/; write schemas/<name>/protocol.ts, or name an AsyncAPI file with --from",
    );
  return names.map((name) => findOrigin(project, name, out));
}

async function planAll(
  origins: readonly Origin[],
  options: GenerateOptions,
  project: Project,
  terminal: Terminal,
): Promise<Outcome[]> {
  const out = resolve(project.root, options.out ?? GENERATED);
  const overrides = join(project.root, "templates");
  const templates = readTemplates(existsSync(overrides) ? overrides : undefined);
  const tools = { templates, judge, known: (protocol: string) => readManifest(join(out, protocol)).fingerprint };
  const progress = new Progress(terminal);
  // At the same time: while the parser judges one protocol in its worker, the next is loaded here.
  const settled = await Promise.allSettled(
    origins.map(async (origin, index) => {
      const step = (what: string) => progress.step(`${what} ${nameOf(origin)} (${index + 1} of ${origins.length})`);
      const start = performance.now();
      const made = await makePackage(origin, project, { ...tools, step });
      await checkName(made, origin);
      const folder = join(out, made.source.protocol);
      refuseOther(origin, folder);
      // Where a source stands is no part of what it gives: a check passes wherever it is called.
      const noted = options.check ? undefined : packageOriginOf(origin, folder);
      const planned = plan(folder, made.files, made.fingerprint, noted);
      const needs = options.check ? [] : newPeers(folder, planned.write);
      return { made, planned, needs, milliseconds: Math.round(performance.now() - start) };
    }),
  );
  return allOrNothing(settled);
}

/** Every broken protocol of a run is shown, not just the first. */
function allOrNothing(settled: readonly PromiseSettledResult<Outcome>[]): Outcome[] {
  const failures = settled.flatMap((result): unknown[] => (result.status === "rejected" ? [result.reason] : []));
  const unexpected = failures.find((failure) => !(failure instanceof DiagnosticError));
  if (unexpected !== undefined) throw unexpected;
  const broken = failures.flatMap((failure) => (failure instanceof DiagnosticError ? failure.diagnostics : []));
  if (broken.length > 0) throw new DiagnosticError(...broken);
  return settled.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
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
