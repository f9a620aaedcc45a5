import type { Finding } from "../change.ts";
import type { ContractPair } from "../contractPair.ts";
import type { Rule } from "./rule.ts";
import { receptionOf } from "./stranger.ts";

/** A message that the other side may send too, from now on. */
export const directionAdded: Rule = {
  title: "A message may be sent by another side too",
  explanation:
    "To those who read what that side sends it is a new message: clients hand it to `onUnknown`, and servers that do not know it yet refuse it.",
  opposite: "message-direction-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const { before, after } of pair.messages.kept) {
      for (const from of after.from.filter((direction) => !before.from.includes(direction))) {
        yield {
          level: "wire",
          message: after.name,
          from: [from],
          pointer: after.pointer,
          side: "after",
          text: `the ${from} may send it, too`,
          identity: [from, ...pair.ties.of("after", after, from)],
          ...receptionOf(pair, "after", after, from),
        };
      }
    }
  },
};
