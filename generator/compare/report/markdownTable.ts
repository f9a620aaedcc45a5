import type { Review } from "../review.ts";
import { code } from "./markdownText.ts";
import type { ReportContext } from "./report.ts";
import { countsOf } from "./tally.ts";

/** Protocols that the table has room for. */
const ROWS = 30;

/** A table of protocols that changed: their versions, and how many changes are judged how. Empty where none did. */
export function changedTable(changed: readonly Review[], context: ReportContext): string[] {
  if (changed.length === 0) return [];
  const left = changed.length - ROWS;
  const rows = [
    "| protocol | version | breaking | unknown | risky | safe |",
    "|---|---|---:|---:|---:|---:|",
    ...changed.slice(0, ROWS).map((review) => row(review, context)),
    ...(left > 0 ? [`| and ${left} more | | | | | |`] : []),
  ];
  return [rows.join("\n")];
}

function row(review: Review, context: ReportContext): string {
  const { breaking, unknown, risky, safe } = countsOf(review.changes);
  const counts = [breaking === 0 ? "0" : `**${breaking}**`, unknown === 0 ? "0" : `**${unknown}**`, `${risky}`, `${safe}`];
  return `| ${[code(review.protocol, 80), versionCell(review, context), ...counts].join(" | ")} |`;
}

function versionCell({ before, after, version }: Review, { versions }: ReportContext): string {
  const shown = (text: string | undefined) => code(text ?? "", 40);
  if (before === null) return `${shown(after?.version)}, new`;
  if (after === null) return `${shown(before.version)}, gone`;
  const step = before.version === after.version ? shown(after.version) : `${shown(before.version)} → ${shown(after.version)}`;
  if (version === null || version.enough || versions === "off") return step;
  return `${step}, asks for ${version.least === null ? `a ${version.asked} step` : shown(version.least)}`;
}
