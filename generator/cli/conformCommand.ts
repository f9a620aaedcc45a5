import type { Command } from "commander";
import { QUIET } from "../conform/server/quiet.ts";
import type { ServerOptions } from "../conform/server/serverSuite.ts";
import type { Suite } from "../conform/suite.ts";
import type { Contract } from "../model/contract.ts";
import { badArguments } from "./commandError.ts";
import type { Conformed } from "./conform.ts";
import type { ConformOptions } from "./conformOptions.ts";
import { type ConformServerOptions, serverOptionsOf } from "./conformServerOptions.ts";
import type { ExitCode } from "./exitCodes.ts";
import type { Project } from "./project.ts";
import type { Terminal } from "./terminal.ts";

/** Adds `wirepact conform` and its kinds. */
export function addConform(program: Command, project: Project, terminal: Terminal, finish: (status: ExitCode) => void): void {
  const command = program
    .command("conform")
    .description("hold somebody else's implementation of a protocol against its fixtures")
    .addHelpText("after", CONFORM_HELP);
  const start = async (conformed: Conformed, options: ConformOptions) => {
    const { conform } = await import("./conform.ts");
    finish(await untilStopped((stop) => conform(conformed, options, project, terminal, stop)));
  };
  withServerOptions(withOptions(command.command("server")))
    .description("talk to a server that runs, as its clients would")
    .argument("<protocol>", "a protocol by name, or the path of an AsyncAPI document")
    .addHelpText("after", SERVER_HELP)
    .action((protocol: string, options: ConformServerOptions) => {
      const asked = serverOptionsOf(options);
      return start({ role: "server", protocol, suiteOf: (contract) => serverSuiteOf(contract, asked) }, options);
    });
  withOptions(command.command("client"))
    .description("start a program for each flow, and play the server for it")
    .argument("<protocol>", "a protocol by name, or the path of an AsyncAPI document")
    .argument("<command...>", "the program and its arguments, behind --")
    .addHelpText("after", CLIENT_HELP)
    .action((protocol: string, words: string[], options: ConformOptions) =>
      start({ role: "client", protocol, suiteOf: (contract) => clientSuiteOf(contract, words) }, options),
    );
  withOptions(command.command("codec"))
    .description("ask a program about every frame: it answers JSON lines")
    .argument("<protocol>", "a protocol by name, or the path of an AsyncAPI document")
    .argument("<command...>", "the program and its arguments, behind --")
    .addHelpText("after", CODEC_HELP)
    .action((protocol: string, words: string[], options: ConformOptions) =>
      start({ role: "codec", protocol, suiteOf: (contract) => codecSuiteOf(contract, words) }, options),
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

/** Options of `conform server`. */
function withServerOptions(command: Command): Command {
  const collect = (value: string, before: readonly string[]) => [...before, value];
  return command
    .requiredOption("--url <url>", "where the server is; without a path, the contract's is taken")
    .option("--token <token>", "what proves who connects, put where the contract has it")
    .option("--query <name=value>", "a parameter of the address, once for each", collect, [])
    .option("--header <name:value>", "a header of the handshake, once for each", collect, [])
    .option("--auth <name=value>", "a value of Socket.IO's handshake, once for each", collect, [])
    .option("--set <place=json>", "what all frames that have this place have there, once for each", collect, [])
    .option("--quiet <ms>", "silence that counts as an answer, where nothing must be said", String(QUIET))
    .option("--all", "send every fixture, and not one of each sort")
    .option("--strict", "fail where the server goes another way than a flow, though a legal one");
}

async function clientSuiteOf(contract: Contract, words: readonly string[]): Promise<Suite> {
  const { clientSuite } = await import("../conform/client/clientSuite.ts");
  return clientSuite(contract, words);
}

async function codecSuiteOf(contract: Contract, words: readonly string[]): Promise<Suite> {
  const { codecSuite } = await import("../conform/codec/codecSuite.ts");
  return codecSuite(contract, words);
}

async function serverSuiteOf(contract: Contract, options: ServerOptions): Promise<Suite> {
  const { serverSuite } = await import("../conform/server/serverSuite.ts");
  const { BadTarget } = await import("../conform/server/target.ts");
  try {
    return serverSuite(contract, options);
  } catch (error) {
    throw error instanceof BadTarget ? badArguments(error.message) : error;
  }
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
  npx wirepact conform server panel --url ws://localhost:3001/panels/demo/ws
  npx wirepact conform client panel -- node client.js
  npx wirepact conform codec panel -- python3 node_modules/wirepact/docs/testee.py generated/panel`;

const SERVER_HELP = `
It sends every message of the contract, right ones and wrong ones: give it a server that may do all of it.

Examples:
  npx wirepact conform server panel --url ws://localhost:3001/panels/demo/ws --token "$TOKEN"
  npx wirepact conform server agent --url http://localhost:5001 --set /data/session_id='"s-1"'
  npx wirepact conform server panel --url "$URL" --only server/panel/flow/ --strict --junit report.xml`;

const CLIENT_HELP = `
The program is started once a flow, and told in its environment (or by {url} and {scenario} in its arguments):
  WIREPACT_URL       where to connect, whole
  WIREPACT_SCENARIO  which flow to play
It sends what the client sends there, closes the connection, and ends with status 0; with 77, it does not play that flow.

Examples:
  npx wirepact conform client panel -- node client.js
  npx wirepact conform client panel --only client/panel/flow/trigger -- python3 client.py {url} {scenario}`;

const CODEC_HELP = `
The program reads one request a line and answers each with one line; docs/conform.md has all of it on one page.
  {"do":"start","protocol":"panel","version":1}    {"ok":true,"implementation":"mine","does":["validate","decode"]}
  {"id":"panel/PING/minimal","do":"validate","from":"client","frame":{"type":"PING"}}
                                                   {"id":"panel/PING/minimal","ok":true,"message":"PING"}

Examples:
  npx wirepact conform codec panel -- python3 node_modules/wirepact/docs/testee.py generated/panel
  npx wirepact conform codec panel --known-failing known.txt --junit report.xml -- ./testee
  npx wirepact conform codec panel --only panel/TRIGGER/ --json -- node testee.js`;
