import type { Json, JsonObject } from "../../json.ts";
import { BUDGET, type Budget } from "./budget.ts";
import { Comparison } from "./comparison.ts";
import type { Encoding, Inclusion, Schema, Sends } from "./inclusion.ts";

/** Whether every value that a sender may send passes a reader: proved, disproved by a value, or left open. */
export function include(
  sender: Schema,
  reader: Schema,
  budget: Budget = BUDGET,
  sends: Sends = "described",
  encoding: Encoding = "json",
): Inclusion {
  return createInclude(sender.document, reader.document, budget, sends, encoding)(sender.schema, reader.schema);
}

/** The same question of many schemas of two documents; what is found of definitions that they share is found once. */
export function createInclude(
  sender: JsonObject,
  reader: JsonObject,
  budget: Budget = BUDGET,
  sends: Sends = "described",
  encoding: Encoding = "json",
): (sent: Json, read: Json) => Inclusion {
  const comparison = new Comparison(sender, reader, budget, sends, encoding);
  return (sent, read) => comparison.include(sent, read);
}
