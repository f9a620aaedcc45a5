/** Options of `wirepact generate`. */
export interface GenerateOptions {
  readonly check?: boolean;
  readonly watch?: boolean;
  readonly out?: string;
  readonly from?: string;
  readonly json?: boolean;
}
