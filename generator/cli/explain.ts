import { similar } from "@wirepact/runtime";
import { catalogue } from "../catalogue.ts";
import { reviewRules } from "../compare/reviewRules.ts";
import { conformRules } from "../conform/conformRules.ts";
import { outcomeTexts } from "../conform/outcome.ts";
import { type DiagnosticError, quote } from "../diagnostics.ts";
import { lintRules } from "../lint/lintRules.ts";
import type { Level } from "../lint/rule.ts";
import { sessionRules } from "../session/sessionRules.ts";
import { badArguments } from "./commandError.ts";
import { ExitCode } from "./exitCodes.ts";
import type { Terminal } from "./terminal.ts";

/** What can be explained: diagnostics, and the rules that a session, a change, a contract or somebody else's implementation may break. */
const ENTRIES: ReadonlyMap<string, Entry> = new Map<string, Entry>([
  ...Object.entries({ ...catalogue, ...sessionRules, ...conformRules, ...outcomeTexts, ...reviewRules }).map(
    ([code, { title, explanation }]) => [code, { title, explanation }] as const,
  ),
  ...Object.entries(lintRules).map(([code, { title, explanation, level }]) => [code, { title, explanation, level }] as const),
]);

/** The longest code, and some space. */
const WIDTH = Math.max(...[...ENTRIES.keys()].map(({ length }) => length)) + 2;

interface Entry {
  readonly title: string;
  readonly explanation: string;
  /** Of a rule of lint, where a project says nothing. */
  readonly level?: Level;
}

/** Tells at length what a diagnostic or a rule means and what to do; without a code, lists all of them. */
export function explain(code: string | undefined, json: boolean, terminal: Terminal): ExitCode {
  if (code === undefined) {
    const codes = [...ENTRIES];
    if (json) terminal.out(JSON.stringify(codes.map(([name, entry]) => ({ code: name, ...entry }))));
    else for (const [name, { title }] of codes) terminal.out(`${name.padEnd(WIDTH)}${title}`);
    return ExitCode.fine;
  }
  const entry = ENTRIES.get(code);
  if (entry === undefined) throw unknownCode(code);
  terminal.out(json ? JSON.stringify({ code, ...entry }) : textOf(code, entry));
  return ExitCode.fine;
}

function textOf(code: string, { title, explanation, level }: Entry): string {
  const text = `${code}: ${title}\n\n${explanation}`;
  return level === undefined ? text : `${text}\n\nIts level is ${level}, where wirepact.yaml gives it no other: docs/lint.md.`;
}

function unknownCode(code: string): DiagnosticError {
  const meant = similar(code, ENTRIES.keys());
  const hint = meant === undefined ? "call explain without a code to see all" : `did you mean ${meant}?`;
  return badArguments(`there is no diagnostic ${quote(code)}; ${hint}`);
}
