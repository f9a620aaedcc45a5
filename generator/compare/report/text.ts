import { printable } from "@wirepact/runtime";
import { type Change, JUDGEMENTS, type Judgement, type SessionWitness, type Witness } from "../change.ts";
import { worstOf } from "../judgement.ts";
import type { Review } from "../review.ts";
import type { ReportContext } from "./report.ts";

/** A report for a terminal: by protocol, then by message, the gravest first. */
export function textReport(reviews: readonly Review[], context: ReportContext): string {
  const parts = reviews.map(printReview);
  return [...parts, summaryOf(reviews, context)].join("\n\n");
}

function printReview(review: Review): string {
  const names = [...new Set(review.changes.map(({ message }) => message))];
  const groups = names.map((name) => ({ name, changes: review.changes.filter(({ message }) => message === name) }));
  const sorted = groups.sort((one, other) => rank(one.changes) - rank(other.changes));
  const printed = sorted.map(({ name, changes }) => printGroup(name, changes));
  return [headOf(review), ...printed].join("\n\n");
}

function headOf({ protocol, before, after, changes, version }: Review): string {
  if (before === null) return line(`${protocol} ${after?.version ?? ""}: new`);
  if (after === null) return line(`${protocol} ${before.version}: gone; who speaks it finds nobody`);
  const versions = before.version === after.version ? before.version : `${before.version} → ${after.version}`;
  const head = line(`${protocol} ${versions}: ${changes.length === 0 ? "no change" : countOf(changes)}`);
  if (version === null || version.enough) return head;
  return `${head}\n${line(`  version: these changes ask for a ${version.asked} step, and ${version.before} → ${version.after} is none`)}`;
}

function printGroup(name: string | null, changes: readonly Change[]): string {
  const sorted = [...changes].sort((one, other) => weight(one.judgement) - weight(other.judgement));
  return [line(`  ${name ?? "connection"}`), ...sorted.map(printChange)].join("\n");
}

function printChange(change: Change): string {
  const { rule, judgement, text, alsoIn = [], reason, witness, session, proof, fingerprint } = change;
  const lines = [
    line(`    ${judgement.padEnd(9)} ${text} (${rule} ${fingerprint})`),
    ...(alsoIn.length === 0 ? [] : [line(`              also in ${listed(alsoIn)}`)]),
    ...(witness === undefined ? [] : printWitness(witness)),
    ...(session === undefined ? [] : printSession(session)),
    ...(proof === undefined ? [] : [line(`              ${proof}`)]),
    ...(reason === undefined ? [] : [line(`              ${reason}`)]),
    ...(judgement === worstOf(change.meetings) ? [] : ["              source code that is built on the package has to change"]),
  ];
  return lines.join("\n");
}

const SENT: Readonly<Record<Witness["meeting"], Readonly<Record<Witness["from"], string>>>> = {
  oldClientNewServer: { client: "old client → new server", server: "new server → old client" },
  newClientOldServer: { client: "new client → old server", server: "old server → new client" },
};

function printWitness({ meeting, from, frame, path, text }: Witness): string[] {
  return [
    line(`              ${SENT[meeting][from]}: ${cutTo(JSON.stringify(frame), 300)}`),
    line(`              refused at ${cutTo(path === "" ? "/" : path, 200)}: ${text}`),
  ];
}

const MET: Readonly<Record<SessionWitness["meeting"], string>> = {
  oldClientNewServer: "old client ↔ new server",
  newClientOldServer: "new client ↔ old server",
};

function printSession({ meeting, steps, rule, text }: SessionWitness): string[] {
  const width = Math.max(...steps.map(({ from }) => from.length));
  return [
    line(`              ${MET[meeting]}:`),
    ...steps.map(({ from, frame }) => line(`                ${from.padEnd(width)} ${cutTo(JSON.stringify(frame), 300)}`)),
    line(`              breaks ${rule}: ${text}`),
  ];
}

function summaryOf(reviews: readonly Review[], { against }: ReportContext): string {
  const all = reviews.flatMap(({ changes }) => changes);
  const count = `${reviews.length} ${reviews.length === 1 ? "protocol" : "protocols"} compared with ${against}`;
  return line(`${count}: ${all.length === 0 ? "no change" : countOf(all)}`);
}

function countOf(changes: readonly Change[]): string {
  const counts = JUDGEMENTS.map((judgement) => [judgement, changes.filter((change) => change.judgement === judgement).length]);
  return counts.flatMap(([judgement, count]) => (count === 0 ? [] : [`${count} ${judgement}`])).join(", ");
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(", ");
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}

function rank(changes: readonly Change[]): number {
  return Math.min(...changes.map(({ judgement }) => weight(judgement)));
}

function weight(judgement: Judgement): number {
  return JUDGEMENTS.indexOf(judgement);
}

/** One line, whatever a contract has in it. */
function line(text: string): string {
  return printable(text);
}

function cutTo(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
