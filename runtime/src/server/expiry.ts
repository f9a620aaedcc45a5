import type { Clock } from "../clock.ts";

/** Calls back at a time; never, where there is none. A timer that rings early, as very long ones do, is set again. Returns how to cancel. */
export function atTime(clock: Clock, time: number | undefined, callback: () => void): () => void {
  if (time === undefined) return () => undefined;
  let cancel: () => void;
  const arm = (): void => {
    cancel = clock.after(Math.max(0, time - clock.now()), () => (clock.now() < time ? arm() : callback()));
  };
  arm();
  return () => cancel();
}

/** The earlier of two times, either of which may be none. */
export function earlier(one: number | undefined, other: number): number {
  return one === undefined ? other : Math.min(one, other);
}
