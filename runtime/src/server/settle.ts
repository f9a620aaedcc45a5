/**
 * Runs code of a user, who may answer at once or later, and hands over what became of it. What `done` throws counts as a failure;
 * `failed` must not throw. An answer given at once is handled at once: most are, and a promise costs more than their work.
 */
export function settle(run: () => unknown, done: (value: unknown) => void, failed: (error: unknown) => void): void {
  try {
    const outcome = run();
    if (isThenable(outcome)) Promise.resolve(outcome).then(done).catch(failed);
    else done(outcome);
  } catch (error) {
    failed(error);
  }
}

/** Whether a value is a promise of any make. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}
