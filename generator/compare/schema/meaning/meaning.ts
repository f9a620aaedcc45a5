import type { Json, JsonObject } from "../../../json.ts";
import type { Meter } from "../budget.ts";
import type { Claim, Ways } from "../claim.ts";
import type { Literal } from "../literal.ts";
import type { Side } from "../side.ts";

/** A schema in which a keyword stands. */
export interface Word {
  readonly schema: JsonObject;
  readonly side: Side;
  readonly meter: Meter;
}

/** What some keywords of a schema, read together, say of a value: the ways to keep them, and the ways to break them. */
export interface Meaning {
  readonly keywords: readonly string[];
  readonly keep: (word: Word) => Ways;
  readonly breach: (word: Word) => Ways;
}

/** The literal that a value keeps a schema of the side. */
export function keeps({ side }: Word, schema: Json | undefined): Literal {
  return { holds: true, schema: schema ?? true, side };
}

/** The literal that it does not. */
export function breaks({ side }: Word, schema: Json | undefined): Literal {
  return { holds: false, schema: schema ?? true, side };
}

/** The one way in which all of this is so. */
export function all(...claims: readonly Claim[]): Ways {
  return [claims];
}
