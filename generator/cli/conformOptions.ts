/** Options that all kinds of `wirepact conform` have. */
export interface ConformOptions {
  readonly from?: string;
  /** A file that lists what is known to fail. */
  readonly knownFailing?: string;
  /** What ids begin with. */
  readonly only?: string;
  /** Milliseconds, as they were given. */
  readonly timeout: string;
  readonly json?: boolean;
  readonly junit?: string;
}
