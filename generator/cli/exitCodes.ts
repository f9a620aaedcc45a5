/** What a command's exit status says. */
export const ExitCode = {
  fine: 0,
  /** Something was rejected, breaks or failed. */
  findings: 1,
  /** The command was called wrongly, or its input is broken. */
  broken: 2,
  /** Generated files differ from what the contract gives. */
  outOfDate: 3,
} as const;

/** An exit status. */
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
