import type { Direction, Match } from "@wirepact/runtime";
import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { sharedDirections } from "../../match/messagePairs.ts";
import type { Rule } from "../rule.ts";
import { both } from "../verdicts.ts";
import { NOTHING, readAcross } from "./readAcross.ts";

/** A message is told from others in another way. */
export const messageToldOtherwise: Rule = {
  title: "A message is told from others in another way",
  explanation:
    "By a constant, by the properties that it requires, or not at all, since the transport raises it. Readers of the other contract are asked what they make of a frame of it.",
  opposite: "message-told-otherwise",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const one of [...pair.messages.kept, ...pair.messages.renamed]) {
      const [was, is] = [describe(one.before.match), describe(one.after.match)];
      if (was === is) continue;
      const from = sharedDirections(one);
      if (one.before.match.kind === one.after.match.kind && from.some((direction) => isMoved(pair, direction))) continue;
      yield {
        level: "wire",
        message: one.after.name,
        from,
        pointer: one.after.pointer,
        side: "after",
        text: `told ${is}; it was ${was}`,
        identity: [was, is],
        ...from.map((direction) => readAcross(pair, one, direction)).reduce(both, NOTHING),
      };
    }
  },
};

/** Where the places themselves are others, that is told of all messages together. */
function isMoved({ before, after }: ContractPair, from: Direction): boolean {
  return before.discriminators[from].join("\n") !== after.discriminators[from].join("\n");
}

/** The constants themselves, and the properties that are required, are told as fields. */
function describe(match: Match): string {
  switch (match.kind) {
    case "shape":
      return "by its shape";
    case "lifecycle":
      return "by the transport, which raises it";
    case "constant":
      return `by its constant at ${quote(match.pointer)}`;
  }
}
