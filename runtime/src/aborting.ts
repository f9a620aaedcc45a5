/** What is to happen when a signal fires, for each signal that somebody waits for. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls back once when a signal fires, unless it has already; `run` must not throw. Returns how to stop. However many wait for one
 * signal, it has one listener: Node warns of a leak where there are more than ten, and each costs time to take away.
 */
export function onAbort(signal: AbortSignal, run: () => void): () => void {
  // One that was given twice would be called once, and stopped by either.
  const own = () => run();
  const others = waiting.get(signal) ?? listen(signal);
  others.add(own);
  return () => {
    others.delete(own);
    if (others.size === 0 && waiting.get(signal) === others) forget(signal);
  };
}

function listen(signal: AbortSignal): Set<() => void> {
  const those = new Set<() => void>();
  waiting.set(signal, those);
  signal.addEventListener("abort", fire);
  return those;
}

function forget(signal: AbortSignal): void {
  waiting.delete(signal);
  signal.removeEventListener("abort", fire);
}

function fire(this: AbortSignal): void {
  const those = waiting.get(this);
  forget(this);
  for (const run of those ?? []) run();
}
