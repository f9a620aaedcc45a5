/** What a promise gives, or undefined where the time is over before. */
export async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  if (signal.aborted) return undefined;
  let give = () => {};
  const aborted = new Promise<undefined>((resolve) => {
    give = () => resolve(undefined);
    signal.addEventListener("abort", give, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener("abort", give);
  }
}
