/** Time and chance, as the stubs ask for them. Tests give their own, so that none has to wait. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls back once, after so many milliseconds; never, where they are infinite. Returns how to cancel. */
  readonly after: (milliseconds: number, callback: () => void) => () => void;
  /** A number from 0 up to, but not, 1. */
  readonly random: () => number;
}

/** Longest time that a timer takes; a longer one would ring at once. */
const LONGEST = 2 ** 31 - 1;

/** The platform's own. */
export const systemClock: Clock = Object.freeze({
  now: () => Date.now(),
  after: (milliseconds: number, callback: () => void) => {
    if (milliseconds === Number.POSITIVE_INFINITY) return () => {};
    const timer = setTimeout(callback, Math.min(milliseconds, LONGEST));
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
});
