import { once } from "node:events";
import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { FSWatcher } from "chokidar";
import { DiagnosticError, formatDiagnostic } from "../diagnostics.ts";
import { generate, originsOf } from "./generate.ts";
import type { GenerateOptions } from "./generateOptions.ts";
import type { Project } from "./project.ts";
import type { Terminal } from "./terminal.ts";

/** Milliseconds of quiet after a change before generating: editors write several files at once. */
const QUIET = 50;

/** Generates, and again whenever a source changes, until the signal says stop. A broken contract is shown, and waited on. */
export async function watch(
  protocols: readonly string[],
  options: GenerateOptions,
  project: Project,
  terminal: Terminal,
  stop: AbortSignal,
): Promise<void> {
  const { watch: watchPaths } = await import("chokidar");
  const changes = new Changes();
  const watcher = watchPaths(
    [...foldersOf(protocols, options, project), join(project.root, "schemas"), join(project.root, "templates")],
    {
      ignoreInitial: true,
    },
  ).on("all", () => changes.note());
  // Editors replace files, and a watch on a file may stay with the old one: single files are watched by their folders.
  const files = new Set<string>();
  const singles: FSWatcher[] = [];
  await once(watcher, "ready");
  stop.addEventListener("abort", () => changes.end());
  if (stop.aborted) changes.end();
  do {
    const start = Date.now();
    const told = (await generateOnce(protocols, options, project, terminal)).map(nearest);
    const read = told.filter((file) => !files.has(file) && !isFolder(file));
    // Files that the sources refer to are known only now; a change must be seen from the next line on.
    for (const file of read) files.add(file);
    const folders = [...new Set(read.map((file) => dirname(file)))];
    if (folders.length > 0) {
      const single = watchPaths(folders, { ignoreInitial: true, depth: 0 });
      singles.push(single.on("all", (_event, path) => void (files.has(resolve(path)) && changes.note())));
      await once(single, "ready");
    }
    // What changed between being read and being watched has not been seen by anybody.
    if (read.some((file) => changedSince(file, start))) changes.note();
    terminal.error("watching for changes; press Ctrl+C to stop");
  } while (await changes.next());
  await Promise.all([watcher, ...singles].map((one) => one.close()));
}

/** The folders of the protocols; a document is a single file. */
function foldersOf(protocols: readonly string[], options: GenerateOptions, project: Project): string[] {
  return originsOf(protocols, options, project).flatMap((origin) => (origin.kind === "module" ? [origin.folder] : []));
}

/** What is missing may yet be written: the first step of its path that is not there, or the path itself. */
function nearest(path: string): string {
  const parent = dirname(path);
  return parent === path || existsSync(parent) ? path : nearest(parent);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function changedSince(path: string, start: number): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > start;
}

/** Generates and tells what is wrong; the result is the files that were read. */
async function generateOnce(
  protocols: readonly string[],
  options: GenerateOptions,
  project: Project,
  terminal: Terminal,
): Promise<readonly string[]> {
  let read: readonly string[] = [];
  try {
    await generate(protocols, options, project, terminal, (files) => {
      read = files;
    });
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    // A file with a mistake is one to wait for, though nobody told that it was read.
    read = error.diagnostics.map(({ position }) => resolve(position.file));
    for (const diagnostic of error.diagnostics) terminal.error(formatDiagnostic(diagnostic));
  }
  return read;
}

/** Changes since somebody last asked: bursts count as one, and one during a run is not lost. */
class Changes {
  #pending = false;
  #ended = false;
  #timer: NodeJS.Timeout | undefined;
  #wake: () => void = () => {};

  note(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#pending = true;
      this.#wake();
    }, QUIET);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#ended = true;
    this.#wake();
  }

  /** Waits for a change; false when there will be none. */
  async next(): Promise<boolean> {
    if (!this.#pending && !this.#ended) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#pending = false;
    return !this.#ended;
  }
}
