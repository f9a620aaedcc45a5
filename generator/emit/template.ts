import Handlebars from "handlebars";
import { DiagnosticError } from "../diagnostics.ts";

/** The file skeletons in `templates/`; a project may override any of them in a folder of its own. */
export const templateNames = ["README.md", "index.d.ts", "index.js", "validators.d.ts", "validators.js"] as const;

/** Name of a skeleton: that of the file it makes. */
export type TemplateName = (typeof templateNames)[number];

/** Values of a skeleton: texts that are already printed, quoted and escaped, and lists of such views. */
export type View = Readonly<Record<string, string | boolean | readonly Readonly<Record<string, string | boolean>>[]>>;

/** Renders a skeleton. */
export type Render = (name: TemplateName, view: View) => string;

/** Compiles skeletons: strict, so that a name which the view lacks is an error, and without HTML escapes, since views are printed. */
export function createRender(templates: ReadonlyMap<TemplateName, string>): Render {
  const compiled = new Map(
    [...templates].map(([name, text]) => [
      name,
      Handlebars.compile(text, { strict: true, noEscape: true, knownHelpersOnly: true }),
    ]),
  );
  return (name, view) => {
    try {
      return compiled.get(name)?.(view) ?? "";
    } catch (error) {
      throw templateError(name, error);
    }
  };
}

/** Handlebars tells the place inside its message: "Parse error on line 4: …", or "… not defined in … - 3:2". */
function templateError(name: TemplateName, error: unknown): DiagnosticError {
  const message = error instanceof Error ? error.message.replaceAll("\n", " ") : "unknown reason";
  const [, line, column] = / - (\d+):(\d+)$/.exec(message) ?? /line (\d+)/.exec(message) ?? [];
  const position = { file: `templates/${name}.hbs`, line: Number(line ?? 1), column: Number(column ?? 0) + 1 };
  const text = `${message.replace(/ - \d+:\d+$/, "")}; see the template that ships with wirepact`;
  return new DiagnosticError({ code: "template", severity: "error", text, position });
}
