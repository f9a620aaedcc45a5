import type { Facts } from "../facts.ts";
import { EMPTY, found, type Outcome } from "../outcome.ts";

/** Finds a value among some that it can be: true and false, or null. */
export function findAmong(values: readonly (boolean | null)[], { except }: Facts): Outcome {
  const value = values.find((one) => !except.includes(one));
  return value === undefined ? EMPTY : found(value);
}
