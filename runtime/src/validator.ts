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

/** A type guard over decoded values that fails closed, and a Standard Schema. */
export interface Validator<Value> extends StandardSchema<Value> {
  (value: unknown): value is Value;
}

/** Makes the guard and Standard Schema of one compiled validator. */
export function createValidator<Value>(compiled: CompiledValidator): Validator<Value> {
  const guard = (value: unknown): value is Value => findIssues(compiled, value).length === 0;
  const validate = (value: unknown) => standardResult<Value>(compiled, value);
  return Object.assign(guard, { "~standard": { version: 1, vendor: "wirepact", validate } as const });
}

function standardResult<Value>(compiled: CompiledValidator, value: unknown): StandardResult<Value> {
  const issues = findIssues(compiled, value);
  // The validator compiled from the schema has just accepted the value.
  if (issues.length === 0) return { value: value as Value };
  return { issues: issues.map(({ path, text }) => ({ message: text, path: pointerSteps(path) })) };
}
