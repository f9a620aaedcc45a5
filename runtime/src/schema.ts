import { pointerSteps } from "./pointer.ts";
import { type CompiledValidator, findIssues } from "./validation.ts";

/** The parts of Standard Schema V1 (https://standardschema.dev) that a validator offers. */
export interface StandardSchema<Value> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "wirepact";
    readonly validate: (value: unknown) => StandardResult<Value>;
    readonly types?: { readonly input: Value; readonly output: Value };
  };
}

/** What Standard Schema's `validate` answers. */
export type StandardResult<Value> =
  | { readonly value: Value; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string; readonly path: readonly string[] }[] };

/** A type guard over decoded values; it fails closed. */
export type Guard<Value> = (value: unknown) => value is Value;

/** Makes the type guard of one compiled validator. */
export function createGuard<Value>(validate: CompiledValidator): Guard<Value> {
  return (value): value is Value => findIssues(validate, value).length === 0;
}

/** Makes the Standard Schema of one compiled validator. */
export function createSchema<Value>(validate: CompiledValidator): StandardSchema<Value> {
  return { "~standard": { version: 1, vendor: "wirepact", validate: (value) => standardResult(validate, value) } };
}

function standardResult<Value>(validate: CompiledValidator, value: unknown): StandardResult<Value> {
  const issues = findIssues(validate, value);
  // The validator compiled from the schema has just accepted the value.
  if (issues.length === 0) return { value: value as Value };
  return { issues: issues.map(({ path, text }) => ({ message: text, path: pointerSteps(path) })) };
}
