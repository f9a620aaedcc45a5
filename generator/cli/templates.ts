import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { similar } from "@wirepact/runtime";
import { DiagnosticError, quote, shownPath } from "../diagnostics.ts";
import { type TemplateName, templateNames } from "../emit/template.ts";
import { PACKAGE_ROOT } from "../packageRoot.ts";

const SHIPPED = join(PACKAGE_ROOT, "templates");

/** Texts of the skeletons, those of a project's own folder first. */
export function readTemplates(overrides?: string): ReadonlyMap<TemplateName, string> {
  const own = overrides === undefined ? [] : ownTemplates(overrides);
  return new Map(
    templateNames.map((name) => [name, readOne(join(own.includes(name) ? (overrides ?? SHIPPED) : SHIPPED, `${name}.hbs`))]),
  );
}

/** Names of the templates that a project has. One that is nearly a known name is a typo; any other is the project's own affair. */
function ownTemplates(folder: string): string[] {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".hbs"))
    .map((file) => basename(file, ".hbs"));
  const known: readonly string[] = templateNames;
  for (const name of names) {
    const meant = known.includes(name) ? undefined : similar(name, known);
    if (meant === undefined) continue;
    const text = `no file is made from a template named ${quote(name)}; did you mean ${quote(meant)}?`;
    throw refused("template", join(folder, `${name}.hbs`), text);
  }
  return names;
}

function readOne(path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch {
    throw refused("unreadable-file", path, "the template cannot be read as UTF-8 text; check its permissions and encoding");
  }
}

function refused(code: "template" | "unreadable-file", path: string, text: string): DiagnosticError {
  return new DiagnosticError({ code, severity: "error", text, position: { file: shownPath(path), line: 1, column: 1 } });
}
