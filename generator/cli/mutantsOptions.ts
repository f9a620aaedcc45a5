/** Options of `wirepact mutants`. */
export interface MutantsOptions {
  readonly equivalent?: string;
  readonly from?: string;
  readonly all?: boolean;
  readonly json?: boolean;
}
