import type { Json } from "../json.ts";

const SHAPE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Whether a value is a day that the calendar has, as `2027-01-31`. */
export function isDay(value: Json | undefined): value is string {
  if (typeof value !== "string" || !SHAPE.test(value)) return false;
  // A day beyond its month is one of the next.
  return new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);
}
