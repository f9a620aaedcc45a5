import { resolve } from "node:path";
import type { Contract } from "../model/contract.ts";
import { Equivalents } from "../mutants/equivalents.ts";
import { hunt } from "../mutants/hunt.ts";
import type { Judged } from "../mutants/outcome.ts";
import { reasonedListIn } from "../reasonedList.ts";
import { ExitCode } from "./exitCodes.ts";
import { originsOf } from "./generate.ts";
import type { MutantsOptions } from "./mutantsOptions.ts";
import { areTold, type Hunted, reportMutants } from "./mutantsReport.ts";
import { loadContract } from "./pipeline.ts";
import type { Project } from "./project.ts";
import { Progress, type Terminal } from "./terminal.ts";

/** Changes each contract in every way, and tells which changes no fixture notices. */
export async function mutants(
  protocols: readonly string[],
  options: MutantsOptions,
  project: Project,
  terminal: Terminal,
): Promise<ExitCode> {
  const listed =
    options.equivalent === undefined ? [] : reasonedListIn(resolve(project.root, options.equivalent), "--equivalent");
  const from = options.from === undefined ? {} : { from: options.from };
  const progress = new Progress(terminal);
  const hunted: Hunted[] = [];
  for (const origin of originsOf(protocols, from, project)) {
    const { contract } = await loadContract(origin, project);
    hunted.push(
      await huntIn(contract, new Equivalents(listed.filter(({ name }) => name.startsWith(`${contract.protocol}/`))), progress),
    );
  }
  const known = new Set(hunted.map(({ protocol }) => protocol));
  const stray = listed.filter(({ name }) => protocols.length === 0 && !known.has(name.split("/")[0] ?? ""));
  reportMutants(hunted, stray, options, terminal);
  return areTold(hunted, stray) ? ExitCode.fine : ExitCode.findings;
}

/** Gives way now and then, so that the terminal is written to and a signal is heard. */
async function huntIn(contract: Contract, equivalents: Equivalents, progress: Progress): Promise<Hunted> {
  const start = performance.now();
  const judged: Judged[] = [];
  for (const one of hunt(contract)) {
    judged.push(equivalents.judge(one));
    progress.step(`judging mutants of ${contract.protocol}: ${judged.length}`);
    if (judged.length % 100 === 0) await new Promise(setImmediate);
  }
  return { protocol: contract.protocol, judged, stale: equivalents.stale, milliseconds: Math.round(performance.now() - start) };
}
