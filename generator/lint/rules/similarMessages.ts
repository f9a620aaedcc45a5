import type { Constant, Match } from "@wirepact/runtime";
import { quote } from "../../diagnostics.ts";
import { bareName } from "../casing.ts";
import type { LintRule } from "../rule.ts";

/** What tells messages apart differs in more than spelling. */
export const similarMessages: LintRule = {
  level: "error",
  title: "Two messages that only case, separators or quotes tell apart",
  explanation:
    'Dispatch compares to the letter, so `job_update` and `jobUpdate`, or `1` and `"1"`, are two messages of one side. People and loosely typed peers take them for one. Name one of them for what it does; where one is the older spelling of the other, list both as one message with an `enum` of two values.',
  *check({ messages }) {
    for (const side of ["client", "server"] as const) {
      const seen = new Map<string, { readonly name: string; readonly value: Constant }>();
      for (const { name, match, pointer } of messages.filter((message) => message.from.includes(side))) {
        for (const [place, value] of constantsOf(match)) {
          const key = `${place} ${typeof value === "string" ? bareName(value) : value}`;
          const twin = seen.get(key);
          if (twin === undefined) seen.set(key, { name, value });
          else if (twin.name !== name) {
            const text = `the ${side} sends ${quote(twin.value)} and ${quote(value)}, which differ in spelling alone; name one of them for what it does`;
            yield { pointer, text };
          }
        }
      }
    }
  },
};

function constantsOf(match: Match): (readonly [string, Constant])[] {
  return match.kind === "shape" ? [] : [match.value, ...(match.others ?? [])].map((value) => [match.pointer, value] as const);
}
