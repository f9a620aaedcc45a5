import type { LintRule } from "../rule.ts";

/** A protocol says what it is for. */
export const protocolWithoutDescription: LintRule = {
  level: "warning",
  title: "A protocol without a description",
  explanation:
    "`info.description` is the first line of the package's README, of its pages and of what npm shows. Say in a sentence or two what the protocol is for, and who talks to whom.",
  *check({ contract: { description } }) {
    if (description.trim() !== "") return;
    yield { pointer: "/info", text: "nothing says what the protocol is for; describe it in info.description" };
  },
};
