import { quote } from "../../diagnostics.ts";
import type { LintRule } from "../rule.ts";

/** Every message says what it means. */
export const messageWithoutDescription: LintRule = {
  level: "warning",
  title: "A message without a description",
  explanation:
    "What a message means stands in its `summary` or `description`, and from there on hover, in pages and beside the handlers that `scaffold` writes. Say in a line what it does or tells, and when it is sent.",
  *check({ messages }) {
    for (const { name, description, pointer } of messages) {
      if (description === "")
        yield { pointer, text: `${quote(name)} says nowhere what it means; give it a summary or a description` };
    }
  },
};
