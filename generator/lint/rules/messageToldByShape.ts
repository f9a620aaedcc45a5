import { quote } from "../../diagnostics.ts";
import type { LintRule } from "../rule.ts";

/** A frame says which message it is. */
export const messageToldByShape: LintRule = {
  level: "off",
  title: "A message that only its shape tells from others",
  explanation:
    "A message without a constant is known by the properties that it requires. The next message that requires the same ones, or one that stops to require one, changes what frames are read as. Give it a `type` of its own where you can. Off unless asked for: protocols in use have such frames.",
  *check({ messages }) {
    if (messages.length < 2) return;
    for (const { name, match, pointer } of messages) {
      if (match.kind === "shape")
        yield { pointer, text: `${quote(name)} is told from others by its shape alone; give it a constant, such as a type` };
    }
  },
};
