import { existsSync, readdirSync, statSync } from "node:fs";
import { join, posix, relative, resolve, sep } from "node:path";
import { COMMAND, DiagnosticError, quote } from "../diagnostics.ts";
import { GitTree, prefixOf } from "../load/gitTree.ts";
import type { SourceFiles } from "../load/sourceFiles.ts";
import { PROTOCOL_NAME } from "../model/extension.ts";
import { badArguments } from "./commandError.ts";
import { isDocument, type Origin, type Project } from "./project.ts";

/** Where a document of the base is, and what reads it. */
export interface BaseDocument {
  readonly origin: Extract<Origin, { kind: "file" }>;
  /** The folder that its references may not leave. */
  readonly root: string;
  readonly files?: SourceFiles;
}

/** What a review compares with. */
export interface Base {
  /** Names of the protocols that it has packages of; null where it is one document, of whatever protocol. */
  readonly names: readonly string[] | null;
  /** The document of a protocol; `source` is the file that its package is made from, where it is made from one. */
  readonly find: (name: string, source: string | undefined) => BaseDocument | undefined;
  /** Whether what the project has at a path is not what the base has there; only a git ref can tell. */
  readonly hasChanged: (path: string) => boolean;
  /** Documents that stood in the folder and do not any more, by their paths in git; only a git ref can tell. */
  readonly gone: () => readonly string[];
}

const DOCUMENT = "asyncapi.yaml";

/** Finds what `--against` names: a file, a folder, or else a git ref. */
export function findBase({ root }: Project, against: string, out: string): Base {
  const path = resolve(root, against);
  // A variable that nobody has set is no folder, and not this one.
  if (against === "" || !existsSync(path)) return inCommit(against, root, out);
  if (isAlsoRef(root, against)) {
    const text = `${quote(against)} is a path and a git ref; write ${quote(`./${against}`)} for the path, ${quote(`heads/${against}`)} or ${quote(`tags/${against}`)} for the ref`;
    throw badArguments(text);
  }
  return statSync(path).isDirectory() ? inFolder(path, out) : inFile(path, root);
}

/** A word alone could be either; what has a separator or an ending in it is a path. */
function isAlsoRef(root: string, against: string): boolean {
  if (/[./\\]/.test(against)) return false;
  try {
    return new GitTree(root, against) !== undefined;
  } catch (error) {
    if (error instanceof DiagnosticError) return false;
    throw error;
  }
}

function inFile(path: string, root: string): Base {
  return ofOne({ path, root });
}

function ofOne({ path, root, ...files }: { readonly path: string; readonly root: string; readonly files?: SourceFiles }): Base {
  const inside = !relative(root, path).startsWith("..");
  const find = (name: string): BaseDocument => ({
    origin: { kind: "file", path, name },
    root: inside ? root : resolve(path, ".."),
    ...files,
  });
  return { names: null, find, hasChanged: () => false, gone: () => [] };
}

/** A project, or the folder of its packages. */
function inFolder(path: string, out: string): Base {
  const packages = [join(path, out), path].find((folder) => namesIn(folder).length > 0);
  if (packages === undefined) {
    const text = `no folder in ${quote(relative(process.cwd(), path) || ".")} has an ${DOCUMENT}; name a project, its folder of packages, or an AsyncAPI file`;
    throw new DiagnosticError({ code: "unknown-base", severity: "error", text, position: { file: path, line: 1, column: 1 } });
  }
  const find = (name: string): BaseDocument | undefined => {
    const document = join(packages, name, DOCUMENT);
    return existsSync(document) ? { origin: { kind: "file", path: document, name }, root: packages } : undefined;
  };
  return { names: namesIn(packages), find, hasChanged: () => false, gone: () => [] };
}

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => PROTOCOL_NAME.test(name) && existsSync(join(folder, name, DOCUMENT)))
    .sort();
}

/** A commit, or one document of it: `main:api/chat.yaml`, from the root of the repository as git has it. */
function inCommit(against: string, root: string, out: string): Base {
  const [, ref, file] = /^([^:]+):(.+)$/.exec(against) ?? [];
  if (ref === undefined || file === undefined || !isDocument(file)) return inGit(new GitTree(root, against), root, out);
  const tree = new GitTree(root, ref);
  const inside = /^\.\.?\//.test(file) ? posix.normalize(file) : posix.relative(prefixOf(root), file);
  if (!tree.has(inside)) throw noFile(`at ${quote(ref)} there is no file ${quote(file)}`);
  return ofOne({ path: resolve(root, inside), root, files: tree.files });
}

function noFile(text: string): DiagnosticError {
  return new DiagnosticError({ code: "unknown-base", severity: "error", text, position: COMMAND });
}

/** A commit: the documents of the packages; of what has no package there, the file that the package is made from today. */
function inGit(tree: GitTree, root: string, out: string): Base {
  const folder = relative(root, resolve(root, out)).split(sep).join("/");
  if (folder === ".." || folder.startsWith("../"))
    throw badArguments(`--out ${quote(out)} is outside of this folder, and a git ref has only what is inside; review from there`);
  const pattern = /^([^/]+)\/asyncapi\.yaml$/;
  const paths = tree.filesBelow(folder).map((path) => path.slice(folder === "" ? 0 : folder.length + 1));
  const names = paths.flatMap((path) => pattern.exec(path)?.[1] ?? []).filter((name) => PROTOCOL_NAME.test(name));
  const at = (path: string, name: string): BaseDocument => ({ origin: { kind: "file", path, name }, root, files: tree.files });
  return {
    names,
    find: (name, source) => {
      if (names.includes(name)) return at(resolve(root, out, name, DOCUMENT), name);
      const isThere = source !== undefined && tree.has(relative(root, source).split(sep).join("/"));
      return isThere ? at(source, name) : undefined;
    },
    hasChanged: (path) => tree.hasChanged(path),
    gone: () =>
      tree
        .filesBelow("")
        .filter((path) => isDocument(path) && !existsSync(resolve(root, path)))
        .map((path) => `${prefixOf(root)}${path}`),
  };
}
