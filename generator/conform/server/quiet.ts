/** Milliseconds of silence that count as an answer. */
export const QUIET = 250;
