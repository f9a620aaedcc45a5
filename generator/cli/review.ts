import { resolve } from "node:path";
import type { CompareOptions } from "../compare/compareContracts.ts";
import { isFinding } from "../compare/findings.ts";
import { reports } from "../compare/report/reports.ts";
import { isFine } from "../compare/report/tally.ts";
import { reviewAlone, reviewContracts } from "../compare/review.ts";
import { DiagnosticError, formatDiagnostic, quote } from "../diagnostics.ts";
import { prefixOf } from "../load/gitTree.ts";
import { badArguments } from "./commandError.ts";
import { ExitCode } from "./exitCodes.ts";
import { type Loaded, loadContract } from "./pipeline.ts";
import { findOrigin, type Project, protocolNames } from "./project.ts";
import { type Base, type BaseDocument, findBase } from "./reviewBase.ts";
import type { ReviewedProtocol } from "./reviewedProtocol.ts";
import { findHead, type Head } from "./reviewHead.ts";
import { forgottenGenerate, missingBase } from "./reviewNotes.ts";
import type { ReviewOptions } from "./reviewOptions.ts";
import { locateChanges } from "./reviewPlaces.ts";
import { SettingsOfReview } from "./reviewSettings.ts";
import { Progress, type Terminal } from "./terminal.ts";
import { version } from "./version.ts";

/** Says what changed in the contracts of a project since something earlier, and whom that breaks. */
export async function review(
  protocols: readonly string[],
  options: ReviewOptions,
  project: Project,
  terminal: Terminal,
): Promise<ExitCode> {
  const progress = new Progress(terminal);
  progress.step(`looking up ${options.against}`);
  const settings = new SettingsOfReview(project.root, options.config);
  const base = findBase(project, options.against, options.out);
  const reviewed: ReviewedProtocol[] = [];
  for (const { name, head } of pairsOf(protocols, base, options, project)) {
    progress.step(`comparing ${name}`);
    reviewed.push(await reviewOne(name, head, base, { ...options, today: settings.today }, project));
  }
  const isAll = protocols.length === 0 && options.from === undefined;
  const { reviews, notes: ofSettings } = settings.apply(
    reviewed.map((one) => one.review),
    isAll,
  );
  const missing = base.names?.length === 0 ? [missingBase(options)] : [];
  const notes = [...missing, ...reviewed.flatMap(({ note }) => note ?? []), ...ofSettings];
  for (const note of notes) terminal.error(formatDiagnostic(note));
  const strict = options.strict === true;
  progress.step("looking up where changes stand");
  // People in a terminal open files from where they are; everybody else counts from the repository's root.
  const place = await locateChanges(reviewed, project, options.format === "text" ? "" : prefixOf(project.root));
  const context = { against: options.against, strict, versions: settings.settings.version, notes, version, place };
  terminal.out(reports[options.format](reviews, context));
  const isFound = reviews.some(({ changes }) => changes.some((change) => isFinding(change, strict)));
  if (isFound && options.format === "text") terminal.error(HOW_TO_APPROVE);
  return isFine(reviews, context) ? ExitCode.fine : ExitCode.findings;
}

const HOW_TO_APPROVE =
  'wirepact.yaml lets a finding pass: review: { approvals: [{ fingerprint: "…", reason: "…", by: "…" }] }; docs/review.md tells more';

interface Pair {
  readonly name: string;
  readonly head: Head | undefined;
}

/** What is compared: the protocols that are named, or all that either side has. */
function pairsOf(protocols: readonly string[], base: Base, options: ReviewOptions, project: Project): Pair[] {
  if (options.from !== undefined) return [ofFile(protocols, options.from, project)];
  const own = protocolNames(project, options.out);
  const names = protocols.length > 0 ? [...new Set(protocols)] : [...new Set([...own, ...(base.names ?? [])])].sort();
  if (names.length === 0) throw badArguments(`neither here nor at ${quote(options.against)} is there a protocol to compare`);
  if (base.names === null && names.length > 1)
    throw badArguments(`one document is compared with one protocol; name it: ${names.join(", ")}`);
  return names.map((name) => ({ name, head: findHead(project, name, options) }));
}

function ofFile(protocols: readonly string[], from: string, { root }: Project): Pair {
  const [name, ...others] = protocols;
  if (others.length > 0) throw badArguments(`--from takes one protocol name at most, not ${protocols.length}`);
  const path = resolve(root, from);
  return { name: name ?? from, head: { name: name ?? "", origin: { kind: "file", path, name }, source: path } };
}

async function reviewOne(
  called: string,
  head: Head | undefined,
  base: Base,
  options: ReviewOptions & CompareOptions,
  project: Project,
): Promise<ReviewedProtocol> {
  const after = head && (await loadContract(head.origin, project));
  const name = after?.source.protocol ?? called;
  const document = base.find(name, head?.source);
  const before = document && (await loadBase(document, options));
  const note = head && after && forgottenGenerate({ head, contract: after.contract }, base, options, project);
  const sources = {
    ...(before && { before: before.source }),
    ...(after && { after: after.source }),
    ...(head && { head }),
    ...(note && { note }),
  };
  if (before && after)
    return {
      review: reviewContracts(before.contract, after.contract, options),
      ...sources,
    };
  if (after) return { review: reviewAlone(after.contract, "after"), ...sources };
  if (before) return { review: reviewAlone(before.contract, "before"), ...sources };
  // Says what was meant; a protocol that ships and that the project does not use is found.
  findOrigin(project, name, options.out);
  throw badArguments(`neither here nor at ${quote(options.against)} is there a package of ${quote(name)}`);
}

/** A mistake in the base is told as one: the file of its name here may be another. */
async function loadBase({ origin, root, files }: BaseDocument, { against }: ReviewOptions): Promise<Loaded> {
  try {
    return await loadContract(origin, { root }, files);
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    throw new DiagnosticError(...error.diagnostics.map((one) => ({ ...one, text: `at ${quote(against)}: ${one.text}` })));
  }
}
