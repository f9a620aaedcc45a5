import type { Position } from "../../diagnostics.ts";
import type { Change } from "../change.ts";

/** Where people find a change. */
export interface Place extends Position {
  /** Where that which is gone stood in the older document. `file`, `line` and `column` then name the nearest thing around it that is left. */
  readonly stood?: Position;
}

/** What of a change says where it stands. */
export type Located = Pick<Change, "message" | "side" | "pointer">;

/** Finds the place of a protocol's change; undefined where that cannot be told. Files are named from the root of the repository. */
export type PlaceOf = (protocol: string, change: Located) => Place | undefined;

/** Where a document says its version. */
export const VERSION: Located = { message: null, side: "after", pointer: "/info/version" };

/** A place as people read it, and as editors open it. */
export function placeText({ file, line, column }: Position): string {
  return `${file}:${line}:${column}`;
}
