import type { ErrorsDescriptor } from "@wirepact/runtime";
import type { Root } from "./root.ts";

/** The message by which a server says that something failed, and what its codes mean. */
export interface Errors extends ErrorsDescriptor {
  readonly codes: readonly { readonly code: string; readonly meaning: string }[];
}

/** Reads how failures are told. */
export function readErrors({ errors }: Root): Errors | null {
  if (errors === undefined) return null;
  const { message, text, pointer, unknown, invalid, failed } = errors;
  const codes = Object.entries(errors.codes ?? {}).map(([code, meaning]) => ({ code, meaning }));
  // The extension's schema demands all four of them, or none.
  if (pointer === undefined || unknown === undefined || invalid === undefined || failed === undefined)
    return { message, text, codes };
  return { message, text, code: { pointer, unknown, invalid, failed }, codes };
}
