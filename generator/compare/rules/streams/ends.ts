import { quote } from "../../../diagnostics.ts";
import type { ToldStream } from "./toldStreams.ts";

/** One way in which a stream ends: by a message, always or where one value stands in one place. */
export interface End {
  readonly message: string;
  readonly where?: { readonly pointer: string; readonly value: string };
}

/** The ends of a stream, one by one. */
export function endsOf({ ends }: ToldStream): End[] {
  return ends.flatMap(({ message, where }): End[] =>
    where === undefined ? [{ message }] : where.values.map((value) => ({ message, where: { pointer: where.pointer, value } })),
  );
}

/** Ends of a stream that the other does not have. */
export function endsBeyond(one: ToldStream, other: ToldStream): End[] {
  const known = new Set(endsOf(other).map(endText));
  return endsOf(one).filter((end) => !known.has(endText(end)));
}

/** An end, as people read it. */
export function endText({ message, where }: End): string {
  return where === undefined ? quote(message) : `${quote(message)} with ${quote(where.value)} at ${quote(where.pointer)}`;
}
