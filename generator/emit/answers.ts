import type { FieldPair, StreamDescriptor, StreamEnd } from "@wirepact/runtime";
import type { Contract } from "../model/contract.ts";
import { alternatives, codeSpan } from "./markdown.ts";

/** A row of the README's table of what answers what, as Markdown. */
export interface AnswerRow {
  readonly request: string;
  readonly reply: string;
  readonly match: string;
}

/** The contract's replies and streams, as rows. */
export function answerRows({ replies, session }: Contract): Readonly<Record<keyof AnswerRow, string>>[] {
  const single = replies.map(({ request, replies: answers, errors, match }) => ({
    request: codeSpan(request),
    reply: [alternatives(answers), ...(errors.length > 0 ? [alternatives(errors)] : [])].join(", or by the error "),
    match: matchedBy(match),
  }));
  return [...single, ...session.streams.map(streamRow)];
}

function streamRow({ start, items, ends, after, match }: StreamDescriptor): AnswerRow {
  const followed = after.length === 0 ? "" : `; then ${after.map(codeSpan).join(", ")}`;
  return {
    request: codeSpan(start),
    reply: `any number of ${items.map(codeSpan).join(", ")}, until ${ends.map(endOf).join(", or ")}${followed}`,
    match: matchedBy(match),
  };
}

function endOf({ message, where }: StreamEnd): string {
  if (where === undefined) return codeSpan(message);
  return `${codeSpan(message)} with ${alternatives(where.values)} at ${codeSpan(where.pointer)}`;
}

function matchedBy(pairs: readonly FieldPair[]): string {
  const printed = pairs.map(([asked, answered]) =>
    asked === answered ? codeSpan(asked) : `${codeSpan(asked)} = ${codeSpan(answered)}`,
  );
  return printed.length === 0 ? "order" : printed.join(", ");
}
