import { quote } from "../../diagnostics.ts";
import type { LintRule } from "../rule.ts";

/** Who may not use something is told what to use. */
export const deprecatedWithoutWay: LintRule = {
  level: "warning",
  title: "A deprecated message that does not say what to use instead",
  explanation:
    'An editor strikes the name through and shows the text: without one, whoever meets it knows that it is wrong and not what is right. Write `deprecated: "use X"` in the message\'s x-wirepact (in TypeBox among the options of `message`).',
  *check({ messages }) {
    for (const { name, deprecated, pointer } of messages) {
      if (deprecated === true)
        yield {
          pointer,
          text: `${quote(name)} is deprecated, and nothing says what to use instead; write it as the text of deprecated`,
        };
    }
  },
};
