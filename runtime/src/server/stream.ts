import { onAbort } from "../aborting.ts";
import type { Clock } from "../clock.ts";
import { settle } from "./settle.ts";

/** After so many items everybody else gets a turn: a stream that never waits would leave none. */
const TURN = 128;

/** Milliseconds until a reader that is behind is looked at again. */
const PAUSE = 5;

/** Where the items of a stream go. */
export interface StreamLine {
  /** Aborts when nobody is there to get items any more. */
  readonly signal: AbortSignal;
  /** Sends an item; the next one is asked for when it is done. */
  readonly send: (item: unknown) => Promise<void> | undefined;
  /** Whether the reader is so far behind that the next item should wait. */
  readonly isBehind: () => boolean;
  readonly clock: Clock;
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
  // What an iterable throws out of an event's listener would end the process.
  const stop = () =>
    settle(
      () => iterator.return?.(),
      () => undefined,
      line.report,
    );
  if (line.signal.aborted) return stop();
  const leave = onAbort(line.signal, stop);
  pump(iterator, line)
    .then(
      () => !line.signal.aborted && line.done(),
      (error: unknown) => (line.signal.aborted ? line.report(error) : line.failed(error)),
    )
    .catch(line.report)
    .finally(leave);
}

async function pump(iterator: AsyncIterator<unknown>, line: StreamLine): Promise<void> {
  for (let sent = 1; ; sent++) {
    const next = await iterator.next();
    if (next.done === true || line.signal.aborted) return;
    try {
      await line.send(next.value);
    } catch (error) {
      await iterator.return?.();
      throw error;
    }
    if (sent % TURN === 0) await pause(line, 0);
    while (line.isBehind() && !line.signal.aborted) await pause(line, PAUSE);
  }
}

function pause({ clock, signal }: StreamLine, milliseconds: number): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const leave = onAbort(signal, () => {
      cancel();
      resolve();
    });
    const cancel = clock.after(milliseconds, () => {
      leave();
      resolve();
    });
  });
}

/** Whether a handler gave a stream. */
export function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}
