import { get, getList, getString, getStrings, isList, type Json } from "../json.ts";
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
    match: matchedBy(match.map((pair) => [...pair])),
  }));
  // What either side may ask has an operation of each.
  const unique = new Map(single.map((row) => [JSON.stringify(row), row]));
  return [...unique.values(), ...getList(session, "streams").map(streamRow)];
}

function streamRow(stream: Json): AnswerRow {
  const ends = getList(stream, "ends").map(endOf).join(", or ");
  const after = getStrings(stream, "after");
  const followed = after.length === 0 ? "" : `; then ${after.map(codeSpan).join(", ")}`;
  const items = getStrings(stream, "items").map(codeSpan).join(", ");
  return {
    request: codeSpan(getString(stream, "start") ?? ""),
    reply: `any number of ${items}, until ${ends}${followed}`,
    match: matchedBy(getList(stream, "match")),
  };
}

function endOf(end: Json): string {
  const message = codeSpan(getString(end, "message") ?? "");
  const where = get(end, "where");
  if (where === undefined) return message;
  return `${message} with ${alternatives(getStrings(where, "values"))} at ${codeSpan(getString(where, "pointer") ?? "")}`;
}

function matchedBy(pairs: readonly Json[]): string {
  const printed = pairs.map((pair) => {
    const [asked, answered] = isList(pair) ? pair.map(String) : [];
    return asked === answered ? codeSpan(asked ?? "") : `${codeSpan(asked ?? "")} = ${codeSpan(answered ?? "")}`;
  });
  return printed.length === 0 ? "order" : printed.join(", ");
}
