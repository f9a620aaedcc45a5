import { type Command, CommanderError, Option } from "commander";
import { reportFormats } from "../compare/report/reportFormats.ts";
import { badArguments } from "./commandError.ts";
import { ExitCode } from "./exitCodes.ts";
import { GENERATED, type Project } from "./project.ts";
import type { ReviewOptions } from "./reviewOptions.ts";
import type { Terminal } from "./terminal.ts";

/** Adds `review` to the command line. */
export function addReview(program: Command, project: Project, terminal: Terminal, finish: (status: ExitCode) => void): void {
  program
    .command("review")
    .description("say what changed in contracts since something earlier, whom it breaks, and prove it")
    .argument("[protocol...]", "protocols by name, or paths of AsyncAPI documents; all that either side has where none is named")
    .option("--against <base>", "a git ref, a folder of packages, or an AsyncAPI file to compare with")
    .addOption(new Option("--format <format>", "how to report").choices(reportFormats).default("text"))
    .addOption(
      new Option("--level <level>", "wire: frames on the socket; types: source code on the packages, too")
        .choices(["wire", "types"])
        .default("wire"),
    )
    .option("--strict", "exit with 1 for risky changes, too")
    .option("--from <file>", "look at this AsyncAPI document instead of the project's packages")
    .option("--out <dir>", "folder of the packages", GENERATED)
    .option("--config <file>", "settings instead of those in wirepact.yaml")
    .option("--fresh", "make the new side from schemas/ instead of reading its package; runs that code")
    .addOption(new Option("--json", "print one JSON object").implies({ format: "json" }))
    .addHelpText("after", REVIEW_HELP)
    .action(async (protocols: string[], { against, json, ...options }: ReviewFlags) => {
      if (against === undefined) throw missingBase();
      if (json && options.format !== "json")
        throw badArguments(`--json and --format ${options.format} are two formats; name one`);
      const { review } = await import("./review.ts");
      finish(await review(protocols, { ...options, against }, project, terminal));
    });
}

/** The options as they are given. */
interface ReviewFlags extends Omit<ReviewOptions, "against"> {
  readonly against?: string;
  readonly json?: boolean;
}

/** Told here, since commander looks for what is missing before it tells of an option that is misspelled. */
function missingBase(): CommanderError {
  const text = "error: required option '--against <base>' not specified";
  return new CommanderError(ExitCode.broken, "commander.missingMandatoryOptionValue", text);
}

const REVIEW_HELP = `
Both sides are read as documents; no code of either is run (but see --fresh). Of a git ref, the documents are read that are
committed under generated/ (so generate, and commit that), or the file that a package is made from. Each change is judged for old clients that meet new
servers and new clients that meet old servers:
  breaking  an old client and a new server do not understand each other; the frame that shows it was tried on both
  unknown   neither proved to be safe nor shown to break; somebody has to look
  risky     safe where all servers are new before the first new client
  safe      proved
Exits with 1 for what is breaking or unknown, unless wirepact.yaml lets it pass:
  review:
    approvals:
      - { fingerprint: "0a1b2c3d4e5f", protocol: chat, reason: Nobody speaks 1.x any more., by: ada, until: "2027-01-31" }

Examples:
  npx wirepact review --against origin/main
  npx wirepact review chat --against v1.2.0 --level types
  npx wirepact review chat.yaml --against HEAD
  npx wirepact review talk.yaml --against origin/main:chat.yaml
  npx wirepact explain required-field-added      a rule at length`;
