import type { FieldPair, ReplyDescriptor } from "./conversation.ts";
import { equal } from "./equal.ts";
import { readPointer } from "./pointer.ts";

/** A frame and the message that it is. */
export interface NamedFrame {
  readonly message: string;
  readonly frame: unknown;
}

/**
 * Whether a frame can answer a request. What either of the two leaves out agrees with anything, so that of several
 * requests which a frame can answer the oldest is meant. Clients match by this law, and servers keep their order by it.
 */
export function answers(pair: ReplyDescriptor, request: unknown, { message, frame }: NamedFrame): boolean {
  if (!pair.replies.includes(message) && !pair.errors.includes(message)) return false;
  return agree(pair.match, request, frame);
}

/** Whether two frames agree in all fields that both have. */
export function agree(pairs: readonly FieldPair[], asked: unknown, answered: unknown): boolean {
  return pairs.every(([left, right]) => {
    const a = readPointer(asked, left);
    const b = readPointer(answered, right);
    return !a.found || !b.found || a.value === null || b.value === null || equal(a.value, b.value);
  });
}
