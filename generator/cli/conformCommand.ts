import type { Command } from "commander";
import { codecSuite } from "../conform/codec/codecSuite.ts";
import { type Conformed, conform } from "./conform.ts";
import type { ConformOptions } from "./conformOptions.ts";
import type { ExitCode } from "./exitCodes.ts";
import type { Project } from "./project.ts";
import type { Terminal } from "./terminal.ts";

/** Adds `wirepact conform` and its kinds. */
export function addConform(program: Command, project: Project, terminal: Terminal, finish: (status: ExitCode) => void): void {
  const command = program
    .command("conform")
    .description("hold somebody else's implementation of a protocol against its fixtures")
    .addHelpText("after", CONFORM_HELP);
  const start = async (conformed: Conformed, options: ConformOptions) =>
    finish(await untilStopped((stop) => conform(conformed, options, project, terminal, stop)));
  withOptions(command.command("codec"))
    .description("ask a program about every frame: it answers JSON lines")
    .argument("<protocol>", "a protocol by name, or the path of an AsyncAPI document")
    .argument("<command...>", "the program and its arguments, behind --")
    .addHelpText("after", CODEC_HELP)
    .action((protocol: string, words: string[], options: ConformOptions) =>
      start({ role: "codec", protocol, suiteOf: (contract) => codecSuite(contract, words) }, options),
    );
}

/** Options that all kinds have. */
function withOptions(command: Command): Command {
  return command
    .option("--known-failing <file>", "what is known to fail, and why; what passes nevertheless fails the run, too")
    .option("--only <prefix>", "run the cases whose ids begin so")
    .option("--timeout <ms>", "what each case may take", "5000")
    .option("--from <file>", "read an AsyncAPI 3 or 2 document instead of schemas/")
    .option("--junit <file>", "write JUnit's XML as well")
    .option("--json", "print one JSON object");
}

/** Runs something that a person may interrupt: it then tells what it has found, and ends whatever it has started. */
async function untilStopped(run: (stop: AbortSignal) => Promise<ExitCode>): Promise<ExitCode> {
  const stop = new AbortController();
  const abort = () => stop.abort();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, abort);
  try {
    return await run(stop.signal);
  } finally {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.off(signal, abort);
  }
}

const CONFORM_HELP = `
Each case passes, fails, is skipped with a reason, or could not be judged, which is never a pass.
docs/conform.md tells what is asked, and how lists of known failures are written.

Examples:
  npx wirepact conform codec panel -- python3 testee.py`;

const CODEC_HELP = `
The program reads one request a line and answers each with one line; docs/conform.md has all of it on one page.
  {"do":"start","protocol":"panel","version":1}    {"ok":true,"implementation":"mine","does":["validate","decode"]}
  {"id":"panel/PING/minimal","do":"validate","from":"client","frame":{"type":"PING"}}
                                                   {"id":"panel/PING/minimal","ok":true,"message":"PING"}

Examples:
  npx wirepact conform codec panel -- python3 testee.py
  npx wirepact conform codec panel --known-failing known.txt --junit report.xml -- ./testee
  npx wirepact conform codec panel --only panel/TRIGGER/ --json -- node testee.js`;
