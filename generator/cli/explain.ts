import { catalogue, type DiagnosticCode } from "../catalogue.ts";
import { type DiagnosticError, quote } from "../diagnostics.ts";
import { similar } from "../similar.ts";
import { badArguments } from "./commandError.ts";
import { ExitCode } from "./exitCodes.ts";
import type { Terminal } from "./terminal.ts";

/** Tells at length what a diagnostic means and what to do; without a code, lists all of them. */
export function explain(code: string | undefined, json: boolean, terminal: Terminal): ExitCode {
  if (code === undefined) {
    const codes = Object.entries(catalogue);
    if (json) terminal.out(JSON.stringify(codes.map(([name, entry]) => ({ code: name, ...entry }))));
    else for (const [name, { title }] of codes) terminal.out(`${name.padEnd(22)}${title}`);
    return ExitCode.fine;
  }
  if (!isCode(code)) throw unknownCode(code);
  const { title, explanation } = catalogue[code];
  terminal.out(json ? JSON.stringify({ code, title, explanation }) : `${code}: ${title}\n\n${explanation}`);
  return ExitCode.fine;
}

function isCode(text: string): text is DiagnosticCode {
  return Object.hasOwn(catalogue, text);
}

function unknownCode(code: string): DiagnosticError {
  const meant = similar(code, Object.keys(catalogue));
  const hint = meant === undefined ? "call explain without a code to see all" : `did you mean ${meant}?`;
  return badArguments(`there is no diagnostic ${quote(code)}; ${hint}`);
}
