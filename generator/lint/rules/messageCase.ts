import type { Direction } from "@wirepact/runtime";
import { quote } from "../../diagnostics.ts";
import { oddOnes } from "../casing.ts";
import type { LintRule } from "../rule.ts";

/** The messages of a side are named in one way. */
export const messageCase: LintRule = {
  level: "warning",
  title: "A message's name is not written as the others are",
  explanation:
    "Where four in five or more of the messages that a side sends, as far as their names have several words, are named in one way (`camelCase`, `snake_case`, `kebab-case`, `PascalCase`, `UPPER_CASE`), one that is not makes people guess. Names of several parts, such as `chat.message`, are judged part by part. Before a protocol is in use, rename it; later, a rename breaks peers, and the rule is better ignored for that message.",
  *check({ messages }) {
    for (const side of ["client", "server"] as const) {
      const { casing, odd } = oddOnes(messages.filter(({ from }) => sends(from, side))) ?? { casing: "", odd: [] };
      for (const { name, pointer } of odd) {
        yield {
          pointer,
          text: `${quote(name)} is not in ${casing}, as what the ${side} sends is; rename it before it is in use`,
        };
      }
    }
  },
};

function sends(from: readonly Direction[], side: Direction): boolean {
  return from.includes(side);
}
