import type { Direction, Match } from "@wirepact/runtime";
import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { worstOf } from "../../judgement.ts";
import { type MessagePair, sharedDirections } from "../../match/messagePairs.ts";
import type { Rule } from "../rule.ts";
import { both, NOTHING, type Verdict } from "../verdicts.ts";
import { crossed } from "./crossed.ts";
import { strayed } from "./strayed.ts";

/** A message is told from others in another way. */
export const messageToldOtherwise: Rule = {
  title: "A message is told from others in another way",
  explanation:
    "By a constant, by the properties that it requires, or not at all, since the transport raises it. Readers of the other contract are asked what they make of its frames, and which frames of other messages they take for it.",
  opposite: "message-told-otherwise",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const one of pair.messages.shared) {
      const [was, is] = [describe(one.before.match), describe(one.after.match)];
      if (was === is) continue;
      const from = sharedDirections(one);
      const isKind = one.before.match.kind === one.after.match.kind;
      if (isKind && from.some((direction) => isMoved(pair, direction))) continue;
      const isShape = isKind && one.after.match.kind === "shape";
      const verdict = from.map((direction) => (isShape ? crossed : tried)(pair, one, direction)).reduce(both, NOTHING);
      // What a shape requires is told as fields; here it matters only where frames of others come to be taken for it.
      if (isShape && worstOf(verdict.meetings) === "safe") continue;
      yield {
        level: "wire",
        message: one.after.name,
        from,
        pointer: one.after.pointer,
        side: "after",
        text: `told ${is}; it was ${was}`,
        identity: [was, is, ...from.map((direction) => pair.ties.ofBoth(one.before, one.after, direction))],
        ...verdict,
      };
    }
  },
};

/** What becomes of its frames, and of those of others which have come to look like them. */
function tried(pair: ContractPair, one: MessagePair, from: Direction): Verdict {
  return both(strayed(pair, one, from), crossed(pair, one, from));
}

/** Where the places themselves are others, that is told of all messages together. */
function isMoved({ before, after }: ContractPair, from: Direction): boolean {
  return before.discriminators[from].join("\n") !== after.discriminators[from].join("\n");
}

/** The constants themselves are told as fields. */
function describe(match: Match): string {
  switch (match.kind) {
    case "shape":
      return `by its shape, which requires ${match.required.toSorted().map(quote).join(", ") || "nothing"}`;
    case "lifecycle":
      return "by the transport, which raises it";
    case "constant":
      return `by its constant at ${quote(match.pointer)}`;
  }
}
