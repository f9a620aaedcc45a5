import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
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

/** Names of the templates that a project has; one that no file is made from is a typo. */
function ownTemplates(folder: string): string[] {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".hbs"))
    .map((file) => basename(file, ".hbs"));
  const foreign = names.find((name) => !templateNames.some((known) => known === name));
  if (foreign === undefined) return names;
  const text = `no file is made from a template named ${quote(foreign)}; there are ${templateNames.join(", ")}`;
  throw refused("template", join(folder, `${foreign}.hbs`), text);
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
