import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { similar } from "@wirepact/runtime";
import { DiagnosticError, type Finding, Findings, type Position, quote, shownPath } from "../diagnostics.ts";
import { get, type Json } from "../json.ts";
import { type FileKind, readYamlFile } from "./yamlFile.ts";

/** What a project says of itself to commands, in a file that is data and is committed. */
export const PROJECT_FILE = "wirepact.yaml";

/** Spellings of it that nobody reads. */
const STRAY_NAMES = ["wirepact.yml", "wirepact.json"];

/** The sections of the file: one for each command that has something to be told. */
const SECTIONS = ["lint", "review"];

const SETTINGS: FileKind = {
  code: "bad-settings",
  text: "settings must be an object of sections, such as lint and review",
  mayBeEmpty: true,
};

/** A project's settings and the way back from their pointers to the file. */
export interface ProjectFile {
  readonly section: (name: string) => Json | undefined;
  readonly locate: (pointer: string) => Position;
}

/** Reads the settings of a project, or the file that is named instead; undefined where there are none. */
export function readProjectFile(root: string, named: string | undefined): ProjectFile | undefined {
  const path = resolve(root, named ?? PROJECT_FILE);
  if (named === undefined && !existsSync(path)) return refuseStray(root);
  const file = readYamlFile(path, shownPath(path), SETTINGS);
  const unknown = Object.keys(file.value).filter((name) => !SECTIONS.includes(name));
  if (unknown.length > 0) throw toError(unknown.map(unknownSection), file.locate);
  return { section: (name) => get(file.value, name), locate: file.locate };
}

/** What reads a section at a pointer of the settings, and gives what holds where there is none. */
type ReadSection<Settings> = (section: Json | undefined, pointer: string, findings: Findings) => Settings;

/** What the section of a name says; an error tells everything that is wrong with it. */
export function readSection<Settings>(file: ProjectFile | undefined, name: string, read: ReadSection<Settings>): Settings {
  const findings = new Findings();
  const settings = read(file?.section(name), `/${name}`, findings);
  if (file !== undefined && findings.hasErrors) throw toError(findings.all, file.locate);
  return settings;
}

/** Everything that is wrong with settings, as one error. */
function toError(findings: readonly Finding[], locate: ProjectFile["locate"]): DiagnosticError {
  return new DiagnosticError(...findings.map(({ pointer, ...finding }) => ({ ...finding, position: locate(pointer) })));
}

function unknownSection(name: string): Finding {
  const meant = similar(name, SECTIONS);
  const hint = meant === undefined ? `there is ${SECTIONS.join(", ")}` : `did you mean ${quote(meant)}?`;
  const text = `nothing reads ${quote(name)} here; ${hint}`;
  return { code: "bad-settings", severity: "error", text, pointer: `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}` };
}

/** A file that looks like the settings and is read by nobody would be trusted in vain. */
function refuseStray(root: string): undefined {
  const stray = STRAY_NAMES.find((name) => existsSync(join(root, name)));
  if (stray === undefined) return undefined;
  const position = { file: stray, line: 1, column: 1 };
  const text = `settings are read from ${PROJECT_FILE}; rename the file, or name it with --config`;
  throw new DiagnosticError({ code: "bad-settings", severity: "error", text, position });
}
