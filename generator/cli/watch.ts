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
  const { watch: watchFiles } = await import("chokidar");
  const once = async () => {
    try {
      await generate(protocols, options, project, terminal);
    } catch (error) {
      if (!(error instanceof DiagnosticError)) throw error;
      for (const diagnostic of error.diagnostics) terminal.error(formatDiagnostic(diagnostic));
    }
    terminal.error("watching for changes; press Ctrl+C to stop");
  };
  const paths = originsOf(protocols, options, project).map((origin) => (origin.kind === "module" ? origin.folder : origin.path));
  const watcher = watchFiles([...paths, join(project.root, "schemas"), join(project.root, "templates")], { ignoreInitial: true });
  await once();
  await new Promise<void>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    let running = Promise.resolve();
    const schedule = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        running = running.then(once);
        running.catch(reject);
      }, QUIET);
    };
    watcher.on("all", schedule);
    stop.addEventListener("abort", () => {
      clearTimeout(timer);
      void watcher.close().then(resolve);
    });
  });
}
