import { onAbort } from "../aborting.ts";
import type { Clock } from "../clock.ts";
import { WirepactError } from "../wirepactError.ts";

/** How long somebody waits, and what else ends the wait. */
export interface Patience {
  readonly timeout: number;
  readonly signal?: AbortSignal | undefined;
  /** What is waited for, as it stands in the error. */
  readonly subject: string;
}

/** Gives up once, when the time is over or the signal fires. Returns how to stop; nothing is left behind then. */
export function wait(clock: Clock, patience: Patience, giveUp: (error: WirepactError) => void): () => void {
  const { timeout, signal, subject } = patience;
  const stop = () => {
    cancel();
    leave?.();
  };
  const end = (error: WirepactError) => {
    stop();
    giveUp(error);
  };
  const cancel = clock.after(timeout, () => end(new WirepactError("timeout", `${subject}: nothing within ${timeout} ms`)));
  const leave = signal && onAbort(signal, () => end(abortedError(subject, signal.reason)));
  return stop;
}

/** The error of a call whose signal fired. */
export function abortedError(subject: string, cause: unknown): WirepactError {
  return new WirepactError("aborted", `${subject}: given up by its signal`, { cause });
}
