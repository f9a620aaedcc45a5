import type { Finding } from "../change.ts";
import type { ContractPair } from "../contractPair.ts";
import { withoutIt } from "./messageRemoved.ts";
import type { Rule } from "./rule.ts";

/** A message that one of the sides that sent it sends no more. */
export const directionRemoved: Rule = {
  title: "A message may no longer be sent by one side",
  explanation:
    "To those who read what that side sends the message is gone: new servers refuse it, and an old client that waits for it waits in vain.",
  opposite: "message-direction-added",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const { before, after } of pair.messages.kept) {
      for (const from of before.from.filter((direction) => !after.from.includes(direction))) {
        yield {
          level: "wire",
          message: after.name,
          from: [from],
          pointer: before.pointer,
          side: "before",
          text: `the ${from} may no longer send it`,
          code: "breaking",
          identity: [from, ...pair.ties.of("before", before, from)],
          ...withoutIt(pair, before, from),
        };
      }
    }
  },
};
