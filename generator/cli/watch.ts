import { once } from "node:events";
import { join } from "node:path";
import { DiagnosticError, formatDiagnostic } from "../diagnostics.ts";
import { type GenerateOptions, generate, originsOf } from "./generate.ts";
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
  do {
    await generateOnce(protocols, options, project, terminal, (files) => watcher.add([...files]));
    terminal.error("watching for changes; press Ctrl+C to stop");
  } while (await changes.next());
  await watcher.close();
}

async function generateOnce(
  protocols: readonly string[],
  options: GenerateOptions,
  project: Project,
  terminal: Terminal,
  onFiles: (files: readonly string[]) => void,
): Promise<void> {
  try {
    await generate(protocols, options, project, terminal, onFiles);
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    for (const diagnostic of error.diagnostics) terminal.error(formatDiagnostic(diagnostic));
  }
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
