import type { Command } from "commander";
import type { ExitCode } from "./exitCodes.ts";
import type { LintOptions } from "./lintOptions.ts";
import type { Project } from "./project.ts";
import type { Terminal } from "./terminal.ts";

/** Adds `lint` to the command line. */
export function addLint(program: Command, project: Project, terminal: Terminal, finish: (status: ExitCode) => void): void {
  program
    .command("lint")
    .description("hold contracts against rules of naming and modelling")
    .argument("[protocol...]", "protocols by name, or paths of AsyncAPI documents; all where none is named")
    .option("--from <file>", "read an AsyncAPI 3 or 2 document instead of schemas/")
    .option("--config <file>", "settings instead of those in wirepact.yaml")
    .option("--strict", "exit with 1 for warnings, too")
    .option("--json", "print one JSON object")
    .addHelpText("after", LINT_HELP)
    .action(async (protocols: string[], options: LintOptions) => {
      const { lint } = await import("./lint.ts");
      finish(await lint(protocols, options, project, terminal));
    });
}

const LINT_HELP = `
A line a finding, as generate's: file:line:column - warning rule: what it is; what to do. What generate refuses is
refused here, too, with 2. wirepact.yaml gives rules another level (error, warning, off) and names what may break one, with a reason:
  lint:
    rules: { closed-enum: off }
    ignore: [{ rule: message-case, at: PING, reason: It is in use. }]

Examples:
  npx wirepact lint
  npx wirepact lint chat --strict           in CI: exits with 1 for a warning, too
  npx wirepact lint --from chat.yaml
  npx wirepact explain closed-enum          a rule at length`;
