import { once } from "node:events";
import { join } from "node:path";
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
  const origins = originsOf(protocols, options, project).map((origin) =>
    origin.kind === "module" ? origin.folder : origin.path,
  );
  const watcher = watchPaths([...origins, join(project.root, "schemas"), join(project.root, "templates")], {
    ignoreInitial: true,
  });
  await once(watcher, "ready");
  const changes = new Changes();
  watcher.on("all", () => changes.note());
  stop.addEventListener("abort", () => changes.end());
  if (stop.aborted) changes.end();
  let referred: FSWatcher | undefined;
  do {
    const files = await generateOnce(protocols, options, project, terminal);
    // Files that the sources refer to are known only now; a change must be seen from the next line on.
    if (files.length > 0) {
      await referred?.close();
      referred = watchPaths([...files], { ignoreInitial: true }).on("all", () => changes.note());
      await once(referred, "ready");
    }
    terminal.error("watching for changes; press Ctrl+C to stop");
  } while (await changes.next());
  await Promise.all([watcher.close(), referred?.close()]);
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
