import type { Json } from "../json.ts";

/** How a day of the calendar is written, as `2027-01-31`; a pattern of JSON Schema. */
export const DAY = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

const SHAPE = new RegExp(DAY);

/** Whether a value is a day that the calendar has. */
export function isDay(value: Json | undefined): value is string {
  if (typeof value !== "string" || !SHAPE.test(value)) return false;
  // A day beyond its month is one of the next.
  return new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);
}
