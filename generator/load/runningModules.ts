/** Modules of the user that have begun to run and have not ended. */
const running = new Set<string>();

/** Runs a module, which may never end: whoever finds that nothing happens any more can name it. */
export async function whileRunning<T>(path: string, run: () => Promise<T>): Promise<T> {
  running.add(path);
  try {
    return await run();
  } finally {
    running.delete(path);
  }
}

/** The modules that run now, by their paths. */
export function runningModules(): readonly string[] {
  return [...running];
}
