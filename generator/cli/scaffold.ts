import { resolve } from "node:path";
import { quote } from "../diagnostics.ts";
import { readUserFile } from "../output/userFile.ts";
import { writeUserFile } from "../output/write.ts";
import { extendFile } from "../scaffold/extendFile.ts";
import { ENDINGS, type Language, languageOf } from "../scaffold/language.ts";
import { startFile } from "../scaffold/startFile.ts";
import type { StubSide } from "../scaffold/stubFile.ts";
import { stubFileOf } from "../scaffold/stubFileOf.ts";
import { badArguments } from "./commandError.ts";
import { ExitCode } from "./exitCodes.ts";
import { originsOf } from "./generate.ts";
import { loadContract } from "./pipeline.ts";
import type { Project } from "./project.ts";
import type { ScaffoldOptions } from "./scaffoldOptions.ts";
import { reportScaffold } from "./scaffoldReport.ts";
import type { Terminal } from "./terminal.ts";

/** Starts a user's file of handlers, or adds to it what the contract has beyond it; with `--check`, only says so. */
export async function scaffold(
  side: StubSide,
  protocol: string,
  options: ScaffoldOptions,
  project: Project,
  terminal: Terminal,
): Promise<ExitCode> {
  const path = resolve(project.root, options.to);
  const language = languageFor(options);
  const [origin] = originsOf([protocol], options, project);
  if (origin === undefined) throw badArguments(`no protocol is named ${quote(protocol)}`);
  const { contract, warnings } = await loadContract(origin, project);
  const file = stubFileOf(contract, side);
  const before = readUserFile(path, project.root);
  // A file with nothing in it is as good as none.
  const isNew = (before.text ?? "").trim() === "";
  const extension = isNew ? startFile(path, file, language) : extendFile(path, before.text ?? "", file);
  if (!options.check && extension.text !== before.text) writeUserFile(before, extension.text, project.root);
  reportScaffold({ file, extension, path, isNew, warnings }, protocol, options, terminal);
  return options.check && extension.added.length > 0 ? ExitCode.findings : ExitCode.fine;
}

function languageFor({ to }: ScaffoldOptions): Language {
  const language = languageOf(to);
  if (language !== undefined) return language;
  const endings = ENDINGS.join(", ");
  throw badArguments(
    `--to takes a module of JavaScript or TypeScript (${endings}), not ${quote(to)}; name one, such as server.ts`,
  );
}
