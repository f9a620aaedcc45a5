import type { Json } from "../../json.ts";
import { type Side, sideOf } from "./side.ts";

/** A schema of one of the sides that a value must keep, or must break. */
export interface Literal {
  readonly holds: boolean;
  readonly schema: Json;
  readonly side: Side;
}

/** The opposite. */
export function negate({ holds, schema, side }: Literal): Literal {
  return { holds: !holds, schema, side };
}

/** No document: what a schema without references belongs to. */
const NOWHERE: Side = sideOf("sender", {});

/** A literal of a schema that refers to nothing. */
export function plain(holds: boolean, schema: Json): Literal {
  return { holds, schema, side: NOWHERE };
}
