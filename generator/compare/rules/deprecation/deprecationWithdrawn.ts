import type { Rule } from "../rule.ts";
import { aboutMessages } from "./aboutMessages.ts";

/** A message that is no longer deprecated. */
export const deprecationWithdrawn: Rule = {
  title: "A message is no longer deprecated",
  explanation: "It stays. Who moved to something else because of the notice did so for nothing, and breaks nothing.",
  opposite: "deprecation-added",
  find: (pair) =>
    aboutMessages(pair, (before, after) =>
      before.deprecated !== false && after.deprecated === false ? { text: "no longer deprecated", judgement: "safe" } : undefined,
    ),
};
