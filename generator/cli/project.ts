import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { DiagnosticError, quote } from "../diagnostics.ts";
import { PACKAGE_ROOT } from "../packageRoot.ts";
import { similar } from "../similar.ts";

/** Where a project keeps its things: the folder in which the command is called. */
export interface Project {
  readonly root: string;
}

/** Something to load: a folder with a protocol module, or an AsyncAPI file. */
export type Origin =
  | { readonly kind: "module"; readonly folder: string }
  | { readonly kind: "file"; readonly path: string; readonly name: string | undefined };

/** Folder of the protocols that ship with Wirepact. */
export const SHIPPED = join(PACKAGE_ROOT, "schemas");

/** Names of the protocols that a project describes under `schemas/`. A folder that begins with `_` holds what they share. */
export function protocolNames({ root }: Project): string[] {
  return foldersOf(join(root, "schemas"));
}

/** Finds a protocol by name in the project, then among those that ship with Wirepact; a path names an AsyncAPI file. */
export function findOrigin({ root }: Project, protocol: string): Origin {
  if (/\.(ya?ml|json)$/i.test(protocol)) return { kind: "file", path: resolve(root, protocol), name: undefined };
  const folder = [join(root, "schemas"), SHIPPED].find((parent) => foldersOf(parent).includes(protocol));
  if (folder !== undefined) return { kind: "module", folder: join(folder, protocol) };
  const generated = join(root, "generated", protocol, "asyncapi.yaml");
  if (/^[\w-]+$/.test(protocol) && existsSync(generated)) return { kind: "file", path: generated, name: protocol };
  throw unknown(root, protocol);
}

function unknown(root: string, protocol: string): DiagnosticError {
  const known = [...new Set([...foldersOf(join(root, "schemas")), ...foldersOf(SHIPPED)])];
  const meant = similar(protocol, known);
  const hint = meant === undefined ? `there are ${known.join(", ")}` : `did you mean ${meant}?`;
  const text = `no protocol is named ${quote(protocol)}: there is no folder schemas/${protocol.slice(0, 40)}; ${hint}`;
  return new DiagnosticError({
    code: "missing-protocol",
    severity: "error",
    text,
    position: { file: "schemas", line: 1, column: 1 },
  });
}

function foldersOf(parent: string): string[] {
  if (!existsSync(parent)) return [];
  const folders = readdirSync(parent, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !/^[._]/.test(entry.name),
  );
  return folders.map(({ name }) => name).sort();
}
