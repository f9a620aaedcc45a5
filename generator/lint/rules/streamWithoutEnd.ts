import { pointerSteps } from "@wirepact/runtime";
import { quote } from "../../diagnostics.ts";
import { constantsAt } from "../../model/constants.ts";
import { listed } from "../listed.ts";
import type { LintRule } from "../rule.ts";

/** A stream comes to its end. */
export const streamWithoutEnd: LintRule = {
  level: "error",
  title: "A stream whose end never comes",
  explanation:
    "A stream's `ends` say which messages end it, some of them only with one of some `values` at a place. A value that the schema of that place does not admit never comes: whoever iterates waits for ever, and a server never forgets the stream. Name values of the schema. A stream without any end is refused by `generate`; where it lasts as long as the connection, leave it out and listen with `on`.",
  *check({ contract }) {
    for (const [number, { start, ends }] of contract.session.streams.entries()) {
      for (const [index, { message, where }] of ends.entries()) {
        if (where === undefined) continue;
        const frame = contract.messages.find(({ name }) => name === message)?.frame;
        const known = constantsAt(contract.document, frame, pointerSteps(where.pointer));
        const never = known.length === 0 ? [] : where.values.filter((value) => !known.includes(value));
        if (never.length === 0) continue;
        const text = `${quote(message)} never has ${listed(never)} at ${where.pointer}, so that this end of the stream of ${quote(start)} never comes; name values of its schema`;
        yield { pointer: `/x-wirepact/streams/${number}/ends/${index}/where/values`, text, about: start };
      }
    }
  },
};
