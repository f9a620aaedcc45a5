import { isFinding } from "../compare/findings.ts";
import { approvalText } from "../compare/report/approvalText.ts";
import { reports } from "../compare/report/reports.ts";
import { isFine } from "../compare/report/tally.ts";
import type { Review } from "../compare/review.ts";
import { formatDiagnostic } from "../diagnostics.ts";
import { prefixOf } from "../load/gitTree.ts";
import { ExitCode } from "./exitCodes.ts";
import type { Project } from "./project.ts";
import { findBase } from "./reviewBase.ts";
import type { ReviewedProtocol } from "./reviewedProtocol.ts";
import { tellFailure } from "./reviewFailure.ts";
import { missingBase } from "./reviewNotes.ts";
import { reviewOne } from "./reviewOne.ts";
import type { ReviewOptions } from "./reviewOptions.ts";
import { pairsOf } from "./reviewPairs.ts";
import { locateChanges, noteInRepository } from "./reviewPlaces.ts";
import { SettingsOfReview } from "./reviewSettings.ts";
import { Progress, type Terminal } from "./terminal.ts";
import { version } from "./version.ts";

/** Says what changed in the contracts of a project since something earlier, and whom that breaks. What could not be compared is told in the same format. */
export async function review(
  protocols: readonly string[],
  options: ReviewOptions,
  project: Project,
  terminal: Terminal,
): Promise<ExitCode> {
  try {
    return await compare(protocols, options, project, terminal);
  } catch (error) {
    return tellFailure(error, options, project, terminal);
  }
}

async function compare(
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
  const notes = [...missingBase(reviewed, base, options), ...reviewed.flatMap(({ note }) => note ?? []), ...ofSettings];
  for (const note of notes) terminal.error(formatDiagnostic(note));
  const strict = options.strict === true;
  progress.step("looking up where changes stand");
  // People in a terminal open files from where they are; everybody else counts from the repository's root.
  const prefix = options.format === "text" ? "" : prefixOf(project.root);
  const place = await locateChanges(reviewed, project, prefix);
  const told = notes.map((note) => noteInRepository(note, prefix));
  const context = { against: options.against, strict, versions: settings.settings.version, notes: told, version, place };
  terminal.out(reports[options.format](reviews, context));
  if (options.format === "text") tellWhatToDo(reviews, strict, terminal);
  return isFine(reviews, context) ? ExitCode.fine : ExitCode.findings;
}

function tellWhatToDo(reviews: readonly Review[], strict: boolean, terminal: Terminal): void {
  const found = reviews.flatMap(({ protocol, changes }) =>
    changes.filter((change) => isFinding(change, strict)).map((change) => ({ protocol, change })),
  );
  const [first] = found;
  if (first === undefined) return;
  const advice = `npx wirepact explain ${first.change.rule} tells what to do instead`;
  terminal.error(`wirepact.yaml lets a finding pass: review: { approvals: [${approvalText(first)}] }; ${advice}`);
}
