import type { Message } from "../../../model/contract.ts";
import type { Rule } from "../rule.ts";
import { aboutMessages, noticed } from "./aboutMessages.ts";

/** A message that is deprecated from now on. */
export const deprecationAdded: Rule = {
  title: "A message was deprecated",
  explanation:
    "It works as it did, and editors strike its name through. This is the step before a removal: give it a `sunset`, the day until which it stays, and say what to use instead.",
  opposite: "deprecation-withdrawn",
  find: (pair) =>
    aboutMessages(pair, (before, after) =>
      before.deprecated === false && after.deprecated !== false
        ? { text: `deprecated${noticeText(after)}`, ...noticed(after, pair.today) }
        : undefined,
    ),
};

function noticeText({ sunset }: Message): string {
  return sunset === null ? ", without a sunset" : `, to be gone from ${sunset} on`;
}
