import { KnownFailing } from "../conform/knownFailing.ts";
import { toJson } from "../conform/report/json.ts";
import { tellRun } from "../conform/report/text.ts";
import type { Suite } from "../conform/suite.ts";
import { type ConformRun, type Role, summarize } from "../conform/summary.ts";
import { quote } from "../diagnostics.ts";
import type { Contract } from "../model/contract.ts";
import { badArguments } from "./commandError.ts";
import { junitFile, knownFailingIn } from "./conformFiles.ts";
import type { ConformOptions } from "./conformOptions.ts";
import { collectResults } from "./conformResults.ts";
import { ExitCode } from "./exitCodes.ts";
import { originsOf } from "./generate.ts";
import { type Loaded, loadContract } from "./pipeline.ts";
import type { Project } from "./project.ts";
import type { Terminal } from "./terminal.ts";

/** What is held against a contract, and how its cases are made. */
export interface Conformed {
  readonly role: Role;
  readonly protocol: string;
  readonly suiteOf: (contract: Contract) => Suite | Promise<Suite>;
}

/** Holds an implementation against a contract, and tells how it did. */
export async function conform(
  conformed: Conformed,
  options: ConformOptions,
  project: Project,
  terminal: Terminal,
  stop: AbortSignal,
): Promise<ExitCode> {
  const timeout = millisecondsOf(options.timeout);
  const entries = options.knownFailing === undefined ? [] : knownFailingIn(options.knownFailing, project);
  const junit = options.junit === undefined ? undefined : junitFile(options.junit, project);
  const loaded = await load(conformed.protocol, options, project);
  const suite = await conformed.suiteOf(loaded.contract);
  const all = suite.cases.map(({ id }) => id);
  const known = new KnownFailing(entries, all);
  const cases = suite.cases.filter(({ id }) => id.startsWith(options.only ?? ""));
  if (cases.length === 0) throw nothingChosen(options.only ?? "", all);
  try {
    const began = performance.now();
    const told = { timeout, stop, isQuiet: options.json === true };
    const results = await collectResults(cases, known, loaded.source, told, terminal);
    const milliseconds = Math.round(performance.now() - began);
    const { role } = conformed;
    const { protocol } = loaded.contract;
    const [notes, stale, unrun] = [suite.notes(), known.stale.map(({ name }) => name), cases.length - results.length];
    const run: ConformRun = { role, protocol, results, notes, stale, unrun, milliseconds };
    for (const line of options.json ? [toJson(run)] : tellRun(run)) terminal.out(line);
    junit?.write(run);
    return summarize(run).isFine ? ExitCode.fine : ExitCode.findings;
  } finally {
    await suite.close();
  }
}

async function load(protocol: string, { from }: ConformOptions, project: Project): Promise<Loaded> {
  const [origin] = originsOf([protocol], from === undefined ? {} : { from }, project);
  if (origin === undefined) throw badArguments(`no protocol is named ${quote(protocol)}`);
  return loadContract(origin, project);
}

const LONGEST = 3_600_000;

function millisecondsOf(timeout: string): number {
  const milliseconds = /^\d{1,7}$/.test(timeout) ? Number(timeout) : 0;
  if (milliseconds >= 1 && milliseconds <= LONGEST) return milliseconds;
  throw badArguments(`--timeout takes whole milliseconds, from 1 to ${LONGEST}, not ${quote(timeout)}; 5000 is usual`);
}

function nothingChosen(only: string, ids: readonly string[]) {
  const some = ids.slice(0, 3).join(", ");
  return badArguments(`no case begins with ${quote(only)}; --only takes the beginning of an id, such as ${some}`);
}
