import type { Command } from "commander";
import type { ExitCode } from "./exitCodes.ts";
import type { MutantsOptions } from "./mutantsOptions.ts";
import type { Project } from "./project.ts";
import type { Terminal } from "./terminal.ts";

/** Adds `wirepact mutants`. */
export function addMutants(program: Command, project: Project, terminal: Terminal, finish: (status: ExitCode) => void): void {
  program
    .command("mutants")
    .description("change each contract in every way, and tell which changes no fixture notices")
    .argument("[protocol...]", "protocols by the name of their folder under schemas/; all where none is named")
    .option("--equivalent <file>", "mutants that nothing can tell from the contract, one a line: <id or prefix*>  # reason")
    .option("--all", "list every mutant, with the fixture that tells it")
    .option("--from <file>", "read an AsyncAPI 3 or 2 document instead of schemas/")
    .option("--json", "print one JSON object")
    .addHelpText("after", MUTANTS_HELP)
    .action(async (protocols: string[], options: MutantsOptions) => {
      const { mutants } = await import("./mutants.ts");
      finish(await mutants(protocols, options, project, terminal));
    });
}

const MUTANTS_HELP = `
A mutant is the contract with one thing changed: a bound looser, a field gone, an answer that answers nothing. It is killed where a
fixture is judged otherwise than it says. Survivors show what the fixtures lack, and exit with 1.

Examples:
  npx wirepact mutants panel
  npx wirepact mutants chat --all           every mutant, and what told it
  npx wirepact mutants --equivalent mutants.txt`;
