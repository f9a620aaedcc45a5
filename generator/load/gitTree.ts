import { execFileSync } from "node:child_process";
import { relative, sep } from "node:path";
import { DiagnosticError, quote } from "../diagnostics.ts";
import type { SourceFiles } from "./sourceFiles.ts";
import { LARGEST, readYamlText } from "./yamlFile.ts";

/** What a commit has below a folder. Files are read as they were committed: nothing is checked out, and no code is run. */
export class GitTree {
  readonly #root: string;
  readonly #ref: string;
  readonly #commit: string;

  /** `ref` is a branch, a tag, a commit or an expression of those, such as `origin/main` or `HEAD^1`. */
  constructor(root: string, ref: string) {
    this.#root = root;
    this.#ref = ref;
    this.#commit = commitOf(root, ref);
  }

  /** Paths of the files below one of its folders, as the folder's own tree lists them. */
  filesBelow(folder: string): string[] {
    const below = folder === "" ? [] : ["--", `${folder}/`];
    const listed = this.#git("ls-tree", "-r", "-z", "--name-only", this.#commit, ...below);
    return listed.split("\0").filter((path) => path !== "");
  }

  /** Whether there is a file of this path. */
  has(path: string): boolean {
    return this.#sizeOf(path) !== undefined;
  }

  /** Whether what the folder has at a path is not what was committed. */
  hasChanged(path: string): boolean {
    try {
      const changed = this.#git("diff", "--name-only", "-z", "--no-ext-diff", this.#commit, "--", path);
      return changed !== "" || hasEdits(this.#root, path);
    } catch {
      return false;
    }
  }

  /** Its files, as documents are read from them. */
  get files(): SourceFiles {
    return {
      open: (path, shown, kind) => readYamlText(this.#read(path, shown), path, shown, kind),
      real: (path) => (this.has(this.#inside(path)) ? path : undefined),
    };
  }

  #read(path: string, shown: string): string {
    const position = { file: shown, line: 1, column: 1 };
    const size = this.#sizeOf(this.#inside(path));
    const problem = size === undefined ? "there is no such file" : size > LARGEST ? "the file is too large" : undefined;
    if (problem !== undefined) {
      const text = `${problem} at ${quote(this.#ref)}`;
      throw new DiagnosticError({ code: "unreadable-file", severity: "error", text, position });
    }
    return this.#git("cat-file", "blob", this.#objectAt(this.#inside(path)));
  }

  #sizeOf(path: string): number | undefined {
    try {
      return Number(this.#git("cat-file", "-s", this.#objectAt(path)));
    } catch {
      return undefined;
    }
  }

  /** A path of the folder, not of the repository. */
  #objectAt(path: string): string {
    return `${this.#commit}:./${path}`;
  }

  #inside(path: string): string {
    return relative(this.#root, path).split(sep).join("/");
  }

  #git(...args: readonly string[]): string {
    return git(this.#root, args);
  }
}

/** Whether a path of a folder has changes that are not committed; it has none where there is no git. */
export function hasEdits(root: string, path: string): boolean {
  try {
    return git(root, ["status", "--porcelain", "-z", "--", path]) !== "";
  } catch {
    return false;
  }
}

/** The way from the root of its repository to a folder, as `a/b/`; empty at the root, and where there is no git. */
export function prefixOf(folder: string): string {
  try {
    return git(folder, ["rev-parse", "--show-prefix"]).replace(/\n$/, "");
  } catch {
    return "";
  }
}

/** Runs git without a shell, and without anything that a repository's settings could start for it. */
function git(root: string, args: readonly string[]): string {
  return execFileSync("git", ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "--no-pager", ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 4 * LARGEST,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...withoutRepository(process.env), GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" },
  });
}

/** Hooks are told of a repository, which need not be the one of the folder. */
function withoutRepository(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, GIT_OBJECT_DIRECTORY: ____, GIT_PREFIX: _____, ...rest } = env;
  return rest;
}

/** The commit that a text names. What begins like an option is none, and is not even asked about. */
function commitOf(root: string, ref: string): string {
  if (ref === "" || ref.startsWith("-") || /[\0\n\r]/.test(ref)) throw unknown(`${quote(ref)} is no name of a commit`, root);
  try {
    const commit = git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]).trim();
    // Of "^main" git says that it is a commit to leave out.
    if (/^[0-9a-f]{40,64}$/.test(commit)) return commit;
  } catch (error) {
    throw unknown(reasonOf(error, root, ref), root);
  }
  throw unknown(`${quote(ref)} names no one commit`, root);
}

function reasonOf(error: unknown, root: string, ref: string): string {
  if (isMissing(error)) return "git is not installed, or not on the path; name a folder or an AsyncAPI file to compare with";
  if (!isRepository(root))
    return `${quote(ref)} is no file or folder, and this is no git repository; name a folder or an AsyncAPI file to compare with`;
  if (/^[./\\]|^[^:]+\.(ya?ml|json)$/i.test(ref)) return `there is no file or folder ${quote(ref)}, and no git ref of that name`;
  return `git knows no ${quote(ref)}; ${wayTo(ref, root)}`;
}

/** What to do about a commit that git does not know. */
function wayTo(ref: string, root: string): string {
  if (ref.includes("..")) return "that is a range; name the one commit to compare with";
  if (!says(root, ["rev-parse", "--verify", "--quiet", "HEAD"])) return "nothing is committed here yet";
  if (says(root, ["rev-parse", "--is-shallow-repository"], "true"))
    return "this clone has only the last commits; fetch the others (git fetch --unshallow), and in CI check out more (fetch-depth)";
  const [start = ""] = ref.split(/[~^]/);
  const isKnown = start !== ref && says(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${start}^{commit}`]);
  return isKnown ? `there is ${quote(start)}, whose history does not go back so far` : "fetch it first (git fetch origin)";
}

/** Whether git answers a question, with this where something is expected. */
function says(root: string, args: readonly string[], expected?: string): boolean {
  try {
    const answer = git(root, args).trim();
    return expected === undefined || answer === expected;
  } catch {
    return false;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

function isRepository(root: string): boolean {
  return says(root, ["rev-parse", "--is-inside-work-tree"], "true");
}

function unknown(text: string, root: string): DiagnosticError {
  return new DiagnosticError({
    code: "unknown-base",
    severity: "error",
    text,
    position: { file: relative(process.cwd(), root) || ".", line: 1, column: 1 },
  });
}
