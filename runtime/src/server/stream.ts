/** Where the items of a stream go. */
export interface StreamLine {
  /** Aborts when nobody is there to get items any more. */
  readonly signal: AbortSignal;
  /** Sends an item; the next one is asked for when it is done. */
  readonly send: (item: unknown) => Promise<void> | undefined;
  /** One of these two is called, once, unless the signal aborts before. */
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
  /** Hears what a stream throws while it is told to stop. */
  readonly report: (error: unknown) => void;
}

/**
 * Sends what an async iterable gives until it ends, fails or nobody listens. Then the iterable is told to stop by `return`: an
 * async generator that waits inside of an `await` stops there only once that settles, which `session.signal` can hasten.
 */
export function pumpStream(items: AsyncIterable<unknown>, line: StreamLine): void {
  const iterator = items[Symbol.asyncIterator]();
  const stop = () => {
    Promise.resolve(iterator.return?.()).catch(line.report);
  };
  if (line.signal.aborted) return stop();
  line.signal.addEventListener("abort", stop, { once: true });
  pump(iterator, line)
    .then(
      () => !line.signal.aborted && line.done(),
      (error: unknown) => (line.signal.aborted ? line.report(error) : line.failed(error)),
    )
    .catch(line.report)
    .finally(() => line.signal.removeEventListener("abort", stop));
}

async function pump(iterator: AsyncIterator<unknown>, { signal, send }: StreamLine): Promise<void> {
  for (;;) {
    const next = await iterator.next();
    if (next.done === true || signal.aborted) return;
    try {
      await send(next.value);
    } catch (error) {
      await iterator.return?.();
      throw error;
    }
  }
}

/** Whether a handler gave a stream. */
export function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}
