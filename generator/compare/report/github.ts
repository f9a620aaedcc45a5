import { COMMAND, type Diagnostic, type Position } from "../../diagnostics.ts";
import { isFinding } from "../findings.ts";
import type { Review } from "../review.ts";
import { evidenceLines } from "./evidence.ts";
import { VERSION } from "./place.ts";
import { cutTo, plain } from "./plain.ts";
import type { ReportContext } from "./report.ts";
import { changesByWeight, counted, isBehind, type ProtocolChange } from "./tally.ts";
import { summaryText } from "./text.ts";
import { versionText } from "./wording.ts";

/** GitHub shows ten annotations of a kind a step, and drops the rest unseen: https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations */
const SHOWN = 10;

type Kind = "error" | "warning" | "notice";

/**
 * A report as commands of GitHub's workflows, which shows them on the lines of the schema: findings as errors, risks as warnings.
 * What is safe is not annotated.
 */
export function githubReport(reviews: readonly Review[], context: ReportContext): string {
  const changes = changesByWeight(reviews).filter(({ change }) => change.judgement !== "safe");
  const errors = changes.filter(({ change }) => isFinding(change, context.strict));
  const warnings = changes.filter(({ change }) => !isFinding(change, context.strict));
  const notes = (context.notes ?? []).map(diagnosticCommand);
  const versions = reviews.flatMap((review) => versionCommand(review, context));
  const [failing, warning] = context.versions === "error" ? [versions, []] : [[], versions];
  return [
    ...notes,
    ...failing,
    ...annotate("error", errors, SHOWN - failing.length, context),
    ...warning,
    ...annotate("warning", warnings, SHOWN - warning.length - notes.length, context),
    summaryText(reviews, context),
  ].join("\n");
}

function annotate(kind: Kind, changes: readonly ProtocolChange[], room: number, context: ReportContext): string[] {
  const shown = changes.slice(0, changes.length > room ? Math.max(room - 1, 0) : room);
  const commands = shown.map((change) => annotation(kind, change, context));
  const left = changes.length - shown.length;
  if (left === 0) return commands;
  const told = `and ${counted(left, "more change")}, which GitHub would not show here: wirepact review --against ${context.against} tells all`;
  return [...commands, command(kind, { title: "Wirepact review" }, [told])];
}

/** What is to be known of a run, on the line that it is about. */
function diagnosticCommand({ code, severity, text, position }: Diagnostic): string {
  return command(severity, { ...where(position), title: `Wirepact review: ${code}` }, [cutTo(text, 500)]);
}

/** A version that moves less than it must: an error where that fails the run. */
function versionCommand(review: Review, context: ReportContext): string[] {
  const text = versionText(review, context);
  if (text === undefined) return [];
  const { protocol } = review;
  const title = `${protocol}: version-too-low`;
  const kind = isBehind(review, context) ? "error" : "warning";
  return [command(kind, { ...where(context.place?.(protocol, VERSION)), title }, [cutTo(text, 400)])];
}

function annotation(kind: Kind, { protocol, change }: ProtocolChange, { place }: ReportContext): string {
  const { rule, judgement, message, text } = change;
  const at = place?.(protocol, change);
  const lines = [`${message === null ? "" : `${cutTo(message, 80)}: `}${cutTo(text, 400)}`, ...evidenceLines(change, 400)];
  const title = `${protocol}: ${judgement} (${rule} ${change.fingerprint})`;
  return command(kind, { ...where(at), title }, lines);
}

/** GitHub shows only files of the repository. */
function where(at: Position | undefined): Readonly<Record<string, string>> {
  if (at === undefined || at.file === COMMAND.file || /^(\.\.|\/)/.test(at.file)) return {};
  return { file: at.file, line: String(at.line), col: String(at.column) };
}

/** A run that came to no report: an error on each line that is to blame. */
export function githubFailure(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(diagnosticCommand).join("\n");
}

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-error-message */
function command(kind: Kind, properties: Readonly<Record<string, string>>, lines: readonly string[]): string {
  const told = Object.entries(properties).map(([name, value]) => `${name}=${property(plain(value))}`);
  return `::${kind} ${told.join(",")}::${lines.map((line) => data(plain(line))).join("%0A")}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
