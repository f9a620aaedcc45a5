import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { similar } from "@wirepact/runtime";
import { COMMAND, DiagnosticError, quote, shownPath } from "../diagnostics.ts";
import { PROTOCOL_NAME } from "../model/extension.ts";
import { documentOf, packagesOfNoSchema } from "../output/madePackages.ts";
import { PACKAGE_ROOT } from "../packageRoot.ts";
import { shellWord } from "./shellWord.ts";

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

/** Folder of the packages, where nothing else is said. */
export const GENERATED = "generated";

/**
 * Names of all that a project generates: what it describes under `schemas/`, and packages that it made from a file or from
 * what ships, as long as that is there. A folder that begins with `_` holds what protocols share.
 */
export function protocolNames({ root }: Project, out: string = GENERATED): string[] {
  const described = foldersOf(join(root, "schemas"));
  const made = packagesOfNoSchema(resolve(root, out)).filter((name) => PROTOCOL_NAME.test(name));
  const present = made.filter((name) => existsSync(documentOf(resolve(root, out, name)) ?? join(SHIPPED, name)));
  const all = [...new Set([...described, ...present])];
  // Where nothing is left to do, a file that is gone must not look like a project without protocols.
  return all.length > 0 ? all : made;
}

/** Whether what names a protocol is the path of an AsyncAPI file. */
export function isDocument(protocol: string): boolean {
  return /\.(ya?ml|json)$/i.test(protocol);
}

/**
 * Finds a protocol by name in the project: its schema, or the file that its package was made from; then among those that ship
 * with Wirepact. A path names an AsyncAPI file.
 */
export function findOrigin({ root }: Project, protocol: string, out: string = GENERATED): Origin {
  if (isDocument(protocol)) return { kind: "file", path: resolve(root, protocol), name: undefined };
  const own = join(root, "schemas");
  if (foldersOf(own).includes(protocol)) return { kind: "module", folder: join(own, protocol) };
  const folder = PROTOCOL_NAME.test(protocol) ? resolve(root, out, protocol) : undefined;
  const document = folder && documentOf(folder);
  if (folder && document) return existingFile(document, folder, protocol, out);
  if (foldersOf(SHIPPED).includes(protocol)) return { kind: "module", folder: join(SHIPPED, protocol) };
  const generated = folder && join(folder, "asyncapi.yaml");
  if (generated && existsSync(generated)) return { kind: "file", path: generated, name: protocol };
  throw unknown(root, protocol, out);
}

function existingFile(path: string, folder: string, name: string, out: string): Origin {
  const flags = out === GENERATED ? "" : ` --out ${shellWord(out)}`;
  if (existsSync(path)) return { kind: "file", path, name };
  throw new DiagnosticError({
    code: "missing-protocol",
    severity: "error",
    text: `this package was made from ${shownPath(path)}, which is not there; name the one to use: npx wirepact generate ${name} --from FILE${flags}`,
    position: { file: shownPath(folder), line: 1, column: 1 },
  });
}

/** "there is chat", "there are chat, news". */
export function listText(names: readonly string[]): string {
  return `there ${names.length === 1 ? "is" : "are"} ${names.join(", ")}`;
}

/** What ships with Wirepact is told where the project has nothing of its own. */
function unknown(root: string, protocol: string, out: string): DiagnosticError {
  const [own, shipped] = [protocolNames({ root }, out), foldersOf(SHIPPED)];
  const meant = similar(protocol, own) ?? similar(protocol, shipped);
  const here = own.length > 0 ? listText(own) : `there is none here, and with Wirepact come ${shipped.join(", ")}`;
  const hint = meant === undefined ? here : `did you mean ${meant}?`;
  const isDescribed = existsSync(join(root, "schemas"));
  const searched = isDescribed ? `: there is no folder schemas/${protocol.slice(0, 40)}` : "";
  return new DiagnosticError({
    code: "missing-protocol",
    severity: "error",
    text: `no protocol is named ${quote(protocol)}${searched}; ${hint}`,
    position: isDescribed ? { file: "schemas", line: 1, column: 1 } : COMMAND,
  });
}

function foldersOf(parent: string): string[] {
  if (!existsSync(parent)) return [];
  const folders = readdirSync(parent, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !/^[._]/.test(entry.name),
  );
  return folders.map(({ name }) => name).sort();
}
