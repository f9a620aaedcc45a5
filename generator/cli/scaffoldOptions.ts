/** Options of `wirepact scaffold`. */
export interface ScaffoldOptions {
  readonly to: string;
  readonly check?: boolean;
  readonly from?: string;
  readonly json?: boolean;
}
