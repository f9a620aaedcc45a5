/** Where a server has its time from, so that tests need none of the real one. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly after: (milliseconds: number, run: () => void) => Timer;
}

/** Something that will happen, unless it is cancelled. */
export interface Timer {
  readonly cancel: () => void;
}

/** The platform's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return { cancel: () => clearTimeout(timer) };
  },
};

/** Starts a timer; none for a limit that is turned off, and none that the platform would take for "at once". */
export function startTimer(clock: Clock, milliseconds: number, run: () => void): Timer {
  return milliseconds > LONGEST ? NEVER : clock.after(milliseconds, run);
}

/** Platforms count in 31 bits. */
const LONGEST = 2 ** 31 - 1;

const NEVER: Timer = { cancel: () => undefined };
