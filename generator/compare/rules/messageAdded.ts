import type { Finding } from "../change.ts";
import type { ContractPair } from "../contractPair.ts";
import type { Rule } from "./rule.ts";
import { receptionOf } from "./stranger.ts";

/** A message that the old contract does not have. */
export const messageAdded: Rule = {
  title: "A message was added",
  explanation:
    "A new message of the server is safe where it is proved that no frame of it is taken for one that clients know: they hand it to `onUnknown` and go on. A new message of the client is refused by servers that do not know it yet; roll servers out before clients. Where its constants or its shape reach into a message of the old contract, all its frames are compared with that: one that is refused, or taken for the other message, is shown. So is a frame of a message that both contracts have, and that its reader takes for the new one.",
  opposite: "message-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const message of pair.messages.added) {
      for (const from of message.from) {
        yield {
          level: "wire",
          message: message.name,
          from: [from],
          pointer: message.pointer,
          side: "after",
          text: `the ${from} may send a new message`,
          identity: [from, ...pair.ties.of("after", message, from)],
          ...receptionOf(pair, "after", message, from),
        };
      }
    }
  },
};
