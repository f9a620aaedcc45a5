/** Options of `wirepact lint`. */
export interface LintOptions {
  readonly from?: string;
  readonly config?: string;
  readonly strict?: boolean;
  readonly json?: boolean;
}
