import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { DiagnosticError } from "../diagnostics.ts";
import { documentOf } from "../output/madePackages.ts";
import { generateCommand } from "./generateCommand.ts";
import { findOrigin, type Origin, type Project, protocolNames } from "./project.ts";
import type { ReviewOptions } from "./reviewOptions.ts";

/** The new side of a review: the document that is looked at. */
export interface Head {
  readonly name: string;
  readonly origin: Origin;
  /** The AsyncAPI file that the package is made from, where it is made from one. */
  readonly source?: string;
  /** Whether the document was named, instead of a protocol of the project. */
  readonly isGiven?: boolean;
}

/**
 * Finds the new side of a protocol; undefined where the project has no such protocol any more. What a module gives is read from its
 * package: a review runs no code, unless it is told to.
 */
export function findHead(project: Project, name: string, { out, fresh = false }: ReviewOptions): Head | undefined {
  const folder = resolve(project.root, out, name);
  const source = documentOf(folder);
  if (source !== undefined && existsSync(source)) return { name, origin: { kind: "file", path: source, name }, source };
  const document = join(folder, "asyncapi.yaml");
  const isKnown = protocolNames(project, out).includes(name);
  if (!isKnown && !existsSync(document)) return undefined;
  if (fresh && isKnown) return { name, origin: findOrigin(project, name, out) };
  if (existsSync(document)) return { name, origin: { kind: "file", path: document, name } };
  throw new DiagnosticError({
    code: "missing-protocol",
    severity: "error",
    text: `${name} has no package yet, and a review runs no code; generate it (${generateCommand(name, { out })}), or add --fresh`,
    position: { file: relative(process.cwd(), document), line: 1, column: 1 },
  });
}
