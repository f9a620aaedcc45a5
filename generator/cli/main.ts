import { Argument, Command, CommanderError, Option } from "commander";
import { COMMAND, DiagnosticError, formatDiagnostic } from "../diagnostics.ts";
import type { StubSide } from "../scaffold/stubFile.ts";
import { badArguments } from "./commandError.ts";
import { addConform } from "./conformCommand.ts";
import { ExitCode } from "./exitCodes.ts";
import type { GenerateOptions } from "./generateOptions.ts";
import { guard } from "./guard.ts";
import { addLint } from "./lintCommand.ts";
import { addMutants } from "./mutantsCommand.ts";
import type { Project } from "./project.ts";
import { addReview } from "./reviewCommand.ts";
import type { ScaffoldOptions } from "./scaffoldOptions.ts";
import { processTerminal, type Terminal } from "./terminal.ts";
import type { ValidateOptions } from "./validate.ts";
import { version } from "./version.ts";

/** What comes through a pipe, for a verb that reads it. */
type Input = () => AsyncIterable<Uint8Array>;

/** Runs the command line; the result is the exit status. */
export async function main(
  args: readonly string[],
  terminal: Terminal = processTerminal(),
  input: Input = () => process.stdin,
): Promise<ExitCode> {
  const project = { root: process.cwd() };
  let status: ExitCode = ExitCode.fine;
  const program = createProgram(project, terminal, input, (result) => {
    status = result;
  });
  try {
    await guard(project.root, () => program.parseAsync([...args], { from: "user" }));
    return status;
  } catch (error) {
    return fail(error, args.includes("--json"), terminal);
  }
}

/** A verb is imported when it is asked for: what only another one needs would take longer to read than most runs take. */
function createProgram(project: Project, terminal: Terminal, input: Input, finish: (status: ExitCode) => void): Command {
  const program = new Command("wirepact")
    .description("One contract for both ends of a message socket: types, validators and a document that agree.")
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.error(text.trimEnd()),
      outputError: () => {},
    })
    .showSuggestionAfterError()
    .addHelpText("after", HELP);
  addGenerate(program, project, terminal, finish);
  addValidate(program, project, terminal, input, finish);
  addConform(program, project, terminal, finish);
  addScaffold(program, project, terminal, finish);
  addMutants(program, project, terminal, finish);
  addLint(program, project, terminal, finish);
  addReview(program, project, terminal, finish);
  addExplain(program, terminal, finish);
  return program;
}

function addGenerate(program: Command, project: Project, terminal: Terminal, finish: (status: ExitCode) => void): void {
  program
    .command("generate")
    .description("write one package a protocol: document, types, validators, JSON Schemas")
    .argument("[protocol...]", "protocols by the name of their folder under schemas/; all where none is named")
    .option("--check", "write nothing; exit with 3 if a generated file differs")
    .option("--watch", "generate again whenever a source changes")
    .option("--out <dir>", "folder to write the packages into", "generated")
    .option("--from <file>", "read an AsyncAPI 3 or 2 document instead of schemas/")
    .option("--json", "print one JSON object")
    .addHelpText("after", GENERATE_HELP)
    .action(async (protocols: string[], options: GenerateOptions) => {
      const { generate } = await import("./generate.ts");
      if (!options.watch) return finish(await generate(protocols, options, project, terminal));
      const { watch } = await import("./watch.ts");
      const stop = new AbortController();
      process.once("SIGINT", () => stop.abort());
      process.once("SIGTERM", () => stop.abort());
      await watch(protocols, options, project, terminal, stop.signal);
    });
}

function addValidate(
  program: Command,
  project: Project,
  terminal: Terminal,
  input: Input,
  finish: (status: ExitCode) => void,
): void {
  program
    .command("validate")
    .description("read one frame a line from standard input, print one verdict a line")
    .argument("<protocol>", "a protocol by name, or the path of an AsyncAPI document")
    .addOption(new Option("--from <side>", "who sent the frames").choices(["client", "server"]))
    .addOption(
      new Option("--encoding <encoding>", "how they are encoded; MessagePack is written as hex")
        .choices(["json", "msgpack"])
        .default("json"),
    )
    .addOption(
      new Option("--session", "read the frames of both sides, and judge their order, replies and states, too").conflicts([
        "from",
        "encoding",
      ]),
    )
    .option("--json", "print JSON, which verdicts are anyway")
    .addHelpText("after", VALIDATE_HELP)
    .action(async (protocol: string, { from, encoding, session }: ValidateFlags) => {
      if (session) {
        const { validateSession } = await import("./validateSession.ts");
        return finish(await validateSession(protocol, project, input(), terminal));
      }
      if (from === undefined) throw missingSide();
      const { validate } = await import("./validate.ts");
      finish(await validate(protocol, { from, encoding }, project, input(), terminal));
    });
}

/** The options of `validate` as they are given: a session has frames of both sides. */
interface ValidateFlags extends Pick<ValidateOptions, "encoding"> {
  readonly from?: ValidateOptions["from"];
  readonly session?: boolean;
}

function missingSide(): CommanderError {
  const text = "required option '--from <side>' not specified; or --session, for a session of both sides";
  return new CommanderError(ExitCode.broken, "commander.missingMandatoryOptionValue", `error: ${text}`);
}

function addScaffold(program: Command, project: Project, terminal: Terminal, finish: (status: ExitCode) => void): void {
  program
    .command("scaffold")
    .description("start a file of handlers, or add to yours what the contract has beyond it")
    .addArgument(new Argument("<side>", "whose code to write").choices(["server", "client"]))
    .argument("<protocol>", "a protocol by name, or the path of an AsyncAPI document")
    .requiredOption("--to <file>", "your file: .ts, .mts, .js or .mjs")
    .option("--check", "write nothing; exit with 1 if a message has no handler")
    .option("--from <file>", "read an AsyncAPI 3 or 2 document instead of schemas/")
    .option("--json", "print one JSON object")
    .addHelpText("after", SCAFFOLD_HELP)
    .action(async (side: StubSide, protocol: string, options: ScaffoldOptions) => {
      const { scaffold } = await import("./scaffold.ts");
      finish(await scaffold(side, protocol, options, project, terminal));
    });
}

function addExplain(program: Command, terminal: Terminal, finish: (status: ExitCode) => void): void {
  program
    .command("explain")
    .description("tell what a diagnostic, or a rule of sessions, of lint or of conform, means and what to do about it")
    .argument("[code]", "code of a diagnostic or name of a rule; without one, all are listed")
    .option("--json", "print JSON")
    .action(async (code: string | undefined, options: { readonly json?: boolean }) => {
      const { explain } = await import("./explain.ts");
      finish(explain(code, options.json === true, terminal));
    });
}

function fail(error: unknown, json: boolean, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return ExitCode.fine;
    if (error.code === "commander.help") return ExitCode.broken;
    if (json) return fail(badArguments(`${error.message.replace(/^error: /, "")} See wirepact --help.`), json, terminal);
    terminal.error(`${error.message.replace(/^error: /, "error bad-arguments: ")}\nSee wirepact --help.`);
    return ExitCode.broken;
  }
  if (!(error instanceof DiagnosticError)) return crash(error, json, terminal);
  if (json) terminal.out(JSON.stringify({ ok: false, diagnostics: error.diagnostics }));
  else for (const diagnostic of error.diagnostics) terminal.error(formatDiagnostic(diagnostic));
  return ExitCode.broken;
}

/** A mistake of ours: told like every other, with what a report needs. */
function crash(error: unknown, json: boolean, terminal: Terminal): ExitCode {
  const reason = error instanceof Error ? (error.stack ?? error.message).split("\n").slice(0, 3).join(" ") : String(error);
  const text = `${reason}; this is a mistake of Wirepact's, please report it with the contract`;
  return fail(new DiagnosticError({ code: "internal", severity: "error", text, position: COMMAND }), json, terminal);
}

const HELP = `
Start here:
  npx wirepact generate                     packages of all protocols under schemas/
  npx wirepact generate --from chat.yaml    the same from an AsyncAPI document
  echo '{"type":"PING"}' | npx wirepact validate panel --from client
  npx wirepact conform codec chat -- python3 node_modules/wirepact/docs/testee.py generated/chat
  npx wirepact scaffold server chat --to server.ts
  npx wirepact review --against origin/main what changed, and whom it breaks
  npx wirepact explain ambiguous-messages   what a diagnostic means

Exit codes: 0 fine, 1 findings, 2 wrong usage or broken input, 3 generated files out of date.`;

const GENERATE_HELP = `
Each package goes to <out>/<protocol>. Only files that an earlier run wrote are replaced or removed;
an error anywhere leaves everything as it was.

Examples:
  npx wirepact generate chat
  npx wirepact generate --check             in CI: exits with 3 and names the command that mends it
  npx wirepact generate --from chat.yaml --out packages`;

const VALIDATE_HELP = `
Verdicts:
  {"line":1,"ok":true,"message":"PING"}
  {"line":2,"ok":false,"message":"TRIGGER","errors":[{"path":"/tool","code":"required","text":"…"}]}

With --session each line says who sent the frame, and the verdict which rule it breaks, and where that is written:
  {"from":"client","frame":{"type":"PING"}}     as text: "text":"{…}", as MessagePack: "hex":"81a4…"
  {"line":3,"ok":false,"message":"PONG","rule":"reply","text":"…","at":"file:line:column","pointer":"/…","errors":[]}
What never came is told at the end, with "line":null. \`npx wirepact explain reply\` tells a rule at length.

Examples:
  npx wirepact validate panel --from client < frames.jsonl
  npx wirepact validate panel --session < session.jsonl
  npx wirepact validate nodetool --from server --encoding msgpack < frames.hex`;

const SCAFFOLD_HELP = `
The first run writes a program that starts as it is: each handler refuses until you write it. Later runs add the
handlers of new messages, tell those whose message is gone, and touch no line that stands there.

Examples:
  npx wirepact scaffold server chat --to server.ts
  npx wirepact scaffold client chat --to client.js
  npx wirepact scaffold server chat --to server.ts --check   in CI: exits with 1 where a message has no handler`;
