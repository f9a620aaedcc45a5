import { FrameError } from "@wirepact/runtime";
import type { Source } from "../load/source.ts";
import { createMonitor, type SessionMonitor } from "../monitor/sessionMonitor.ts";
import type { SessionRule } from "../session/sessionRules.ts";
import type { Refusal, Verdict, Violation } from "../session/verdict.ts";
import { hexDecoder } from "./decoders.ts";
import { ExitCode } from "./exitCodes.ts";
import { linesOf } from "./linesOf.ts";
import { loadContract } from "./pipeline.ts";
import { type PrintedIssue, toPrinted } from "./printedIssue.ts";
import { findOrigin, type Project } from "./project.ts";
import { readSessionLine, type SessionLine } from "./sessionLine.ts";
import { Progress, type Terminal } from "./terminal.ts";

/** A broken rule as it is printed. */
interface PrintedViolation {
  readonly rule: SessionRule;
  readonly text: string;
  /** Where the rule was written: file, line and column. */
  readonly at: string;
  /** Where it stands in the AsyncAPI document, and in the protocol's own. */
  readonly pointer: string;
  readonly source?: string;
}

/** What is printed for one line, or for what never came: then `since` is the line that called for it. */
type PrintedVerdict =
  | { readonly line: number; readonly ok: true; readonly message: string }
  | (PrintedViolation & {
      readonly line: number | null;
      readonly since?: number;
      readonly ok: false;
      readonly message: string | null;
      readonly errors: readonly PrintedIssue[];
      readonly also?: readonly PrintedViolation[];
    });

/** Reads one frame of a session a line, from both sides, and prints one verdict a line; at the end, one for all that never came. */
export async function validateSession(
  protocol: string,
  project: Project,
  input: AsyncIterable<Uint8Array>,
  terminal: Terminal,
): Promise<ExitCode> {
  const progress = new Progress(terminal);
  const origin = findOrigin(project, protocol);
  progress.step(`loading ${protocol}`);
  const { contract, source } = await loadContract(origin, project);
  progress.step(`compiling the validators of ${protocol}`);
  const monitor = createMonitor(contract);
  const decodeHex = await hexDecoder();
  const print = printer(source);
  let failed = 0;
  const tell = async (line: number | null, verdict: Verdict): Promise<void> => {
    if (!verdict.ok) failed += 1;
    terminal.out(JSON.stringify(await print(line, verdict)));
  };
  progress.step("reading frames");
  let line = 0;
  for await (const bytes of linesOf(input)) {
    line += 1;
    await tell(line, hear(monitor, readSessionLine(bytes, decodeHex), line));
  }
  for (const owing of monitor.end()) await tell(null, owing);
  return failed > 0 ? ExitCode.findings : ExitCode.fine;
}

function hear(monitor: SessionMonitor, step: SessionLine | FrameError, number: number): Verdict {
  if (step instanceof FrameError) return noStep(step, number);
  const { from, decoded, encoding } = step;
  return monitor.hear({ from, frame: decoded instanceof FrameError ? decoded : decoded.frame, encoding, number });
}

/** A line that is no step of a session: nobody has sent it. */
function noStep({ summary, issues }: FrameError, number: number): Refusal {
  const violation = { rule: "frame", at: { pointer: "" }, text: summary, number } as const;
  return { ok: false, message: null, ...violation, errors: issues, violations: [violation] };
}

/** Prints verdicts; places are looked up once. */
function printer({ locate }: Source): (line: number | null, verdict: Verdict) => Promise<PrintedVerdict> {
  const known = new Map<string, string>();
  const place = async (pointer: string): Promise<string> => {
    const found = known.get(pointer) ?? (await located(pointer));
    known.set(pointer, found);
    return found;
  };
  const located = async (pointer: string): Promise<string> => {
    const { file, line, column } = await locate(pointer);
    return `${file}:${line}:${column}`;
  };
  const printed = async ({ rule, text, at }: Violation): Promise<PrintedViolation> => {
    return { rule, text, at: await place(at.pointer), ...at };
  };
  return async (line, verdict) => {
    if (verdict.ok) return { line: line ?? 0, ok: true, message: verdict.message };
    const { message, number, errors, violations } = verdict;
    const [, ...others] = violations;
    return {
      line,
      ...(line === null ? { since: number } : {}),
      ok: false,
      message,
      ...(await printed(verdict)),
      errors: errors.map(toPrinted),
      ...(others.length === 0 ? {} : { also: await Promise.all(others.map(printed)) }),
    };
  };
}
