import { printable } from "@wirepact/runtime";
import type { Judged, Outcome } from "../mutants/outcome.ts";
import { type Tally, tallyByKind, tallyOf } from "../mutants/tally.ts";
import type { ReasonedName } from "../reasonedList.ts";
import type { MutantsOptions } from "./mutantsOptions.ts";
import type { Terminal } from "./terminal.ts";

/** The mutants of one contract, judged. */
export interface Hunted {
  readonly protocol: string;
  readonly judged: readonly Judged[];
  /** Entries of the list of equivalents that no survivor needed. */
  readonly stale: readonly ReasonedName[];
  readonly milliseconds: number;
}

/** Room for "100 %". */
const SHARE_WIDTH = 5;

const COLUMNS = ["made", "killed", "equivalent", "survived", "stillborn"] as const;

/** Whether some fixture tells every mutant, and the list of equivalents has nothing in vain. */
export function areTold(hunted: readonly Hunted[], stray: readonly ReasonedName[]): boolean {
  const isTold = ({ judged, stale }: Hunted) => stale.length === 0 && judged.every(({ outcome }) => outcome.kind !== "survived");
  return stray.length === 0 && hunted.every(isTold);
}

/** Tells of each contract the figures, kind by kind, and each mutant that is to be looked at; or one JSON object. */
export function reportMutants(
  hunted: readonly Hunted[],
  stray: readonly ReasonedName[],
  options: MutantsOptions,
  terminal: Terminal,
): void {
  if (options.json) return terminal.out(JSON.stringify(toJson(hunted, stray)));
  for (const one of hunted) for (const line of linesOf(one, options.all === true)) terminal.out(printable(line));
  for (const { name } of stray) terminal.out(printable(`stale  ${name}: no protocol has this name`));
  terminal.out(summaryOf(hunted));
}

function linesOf({ protocol, judged, stale }: Hunted, all: boolean): string[] {
  const rows = [...tallyByKind(judged), ["all", tallyOf(judged)] as const];
  const width = Math.max(protocol.length, ...rows.map(([kind]) => kind.length + 2));
  const row = (name: string, cells: readonly (string | number)[]) =>
    name.padEnd(width) + cells.map((cell, index) => String(cell).padStart((COLUMNS[index]?.length ?? SHARE_WIDTH) + 2)).join("");
  return [
    row(protocol, [...COLUMNS, "share"]),
    ...rows.map(([kind, tally]) => row(`  ${kind}`, [...COLUMNS.map((column) => tally[column]), shareOf(tally)])),
    ...judged.filter(({ outcome }) => all || isShown(outcome)).flatMap(lineOf),
    ...(all ? [] : provedLine(judged)),
    ...stale.map(({ name, reason }) => `  stale  ${name}: no mutant of this name survives (${reason}); take it off the list`),
    "",
  ];
}

/** What is to be looked at: what no fixture tells, and what people have said of such. */
function isShown(outcome: Outcome): boolean {
  return outcome.kind === "survived" || (outcome.kind === "equivalent" && !outcome.isProved);
}

function lineOf({ id, text, outcome }: Judged): string[] {
  return [`  ${outcome.kind}  ${id}: ${text}${detailOf(outcome)}`];
}

function detailOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case "killed":
      return `; told by ${outcome.by}`;
    case "equivalent":
    case "stillborn":
      return `; ${outcome.reason}`;
    case "survived":
      return outcome.witness === undefined
        ? ""
        : `; the ${outcome.witness.from}'s ${JSON.stringify(outcome.witness.frame)} tells it, and no fixture does`;
  }
}

function provedLine(judged: readonly Judged[]): string[] {
  const proved = judged.filter(({ outcome }) => outcome.kind === "equivalent" && outcome.isProved).length;
  return proved === 0 ? [] : [`  ${proved} of the equivalent ones are proved to admit the same frames; --all lists them`];
}

function summaryOf(hunted: readonly Hunted[]): string {
  const tally = tallyOf(hunted.flatMap(({ judged }) => judged));
  const seconds = hunted.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
  const { made, killed, equivalent, survived, stillborn } = tally;
  return `${made} mutants in ${seconds.toFixed(1)} s: ${killed} killed, ${survived} survived (${shareOf(tally)} killed), ${equivalent} equivalent, ${stillborn} no contracts`;
}

/** How many are killed of those that something could tell; rounded down, so that 100 % is all. */
function shareOf({ made, killed, equivalent, stillborn }: Tally): string {
  const alive = made - equivalent - stillborn;
  return `${alive === 0 ? 100 : Math.floor((killed / alive) * 1000) / 10} %`;
}

function toJson(hunted: readonly Hunted[], stray: readonly ReasonedName[]) {
  const stale = [...hunted.flatMap((one) => one.stale), ...stray].map(({ name, reason }) => ({ name, reason }));
  const protocols = hunted.map(({ protocol, judged, milliseconds }) => ({
    protocol,
    milliseconds,
    ...tallyOf(judged),
    kinds: Object.fromEntries(tallyByKind(judged)),
    mutants: judged.map(({ outcome: { kind: outcome, ...details }, ...mutant }) => ({ ...mutant, outcome, ...details })),
  }));
  return { ok: areTold(hunted, stray), protocols, stale };
}
