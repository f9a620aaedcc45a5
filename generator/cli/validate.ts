import { FrameError, type ParseResult } from "@wirepact/runtime";
import { quote } from "../diagnostics.ts";
import type { Contract } from "../model/contract.ts";
import { createFrameReader } from "../monitor/frameReader.ts";
import { badArguments } from "./commandError.ts";
import { decoderOf } from "./decoders.ts";
import type { ExitCode as Exit } from "./exitCodes.ts";
import { ExitCode } from "./exitCodes.ts";
import { linesOf } from "./linesOf.ts";
import { loadContract } from "./pipeline.ts";
import { type PrintedIssue, toPrinted } from "./printedIssue.ts";
import { findOrigin, type Project } from "./project.ts";
import { Progress, type Terminal } from "./terminal.ts";

/** Options of `wirepact validate`. */
export interface ValidateOptions {
  readonly from: "client" | "server";
  readonly encoding: "json" | "msgpack";
}

/** What is printed for one frame. */
type Verdict =
  | { readonly line: number; readonly ok: true; readonly message: string }
  | {
      readonly line: number;
      readonly ok: false;
      readonly message: string | null;
      readonly errors: readonly PrintedIssue[];
    };

/** Reads one frame a line and prints one verdict a line. */
export async function validate(
  protocol: string,
  options: ValidateOptions,
  project: Project,
  input: AsyncIterable<Uint8Array>,
  terminal: Terminal,
): Promise<Exit> {
  const progress = new Progress(terminal);
  const origin = findOrigin(project, protocol);
  progress.step(`loading ${protocol}`);
  const { contract } = await loadContract(origin, project);
  refuseUnspoken(contract, options.encoding);
  progress.step(`compiling the validators of ${protocol}`);
  const parse = createFrameReader(contract)[options.from];
  const decode = await decoderOf(options.encoding);
  progress.step("reading frames");
  let rejected = 0;
  let line = 0;
  for await (const bytes of linesOf(input)) {
    line++;
    const decoded = decode(bytes);
    const verdict = toVerdict(
      line,
      decoded instanceof FrameError ? { ok: false, error: decoded } : parse(decoded.frame, options.encoding),
    );
    if (!verdict.ok) rejected++;
    terminal.out(JSON.stringify(verdict));
  }
  return rejected > 0 ? ExitCode.findings : ExitCode.fine;
}

/** Frames in an encoding that the protocol does not speak would all be refused, and none for what it holds. */
function refuseUnspoken({ protocol, encodings }: Contract, encoding: "json" | "msgpack"): void {
  if (encoding === encodings.text || encoding === encodings.binary) return;
  const spoken = encodings.text ?? encodings.binary;
  throw badArguments(`${quote(protocol)} does not speak ${encoding}; call it with --encoding ${spoken}`);
}

function toVerdict(line: number, result: ParseResult<unknown>): Verdict {
  if (result.ok) return { line, ok: true, message: result.message };
  const { messageName, issues } = result.error;
  return { line, ok: false, message: messageName, errors: issues.map(toPrinted) };
}
