import type { Direction } from "@wirepact/runtime";
import type { Message } from "../../model/contract.ts";
import type { Finding } from "../change.ts";
import type { ContractPair } from "../contractPair.ts";
import { worst } from "../judgement.ts";
import type { Rule } from "./rule.ts";
import { receptionOf } from "./stranger.ts";

/** A message that the new contract does not have. */
export const messageRemoved: Rule = {
  title: "A message was removed",
  explanation:
    "A message of the client that is gone is refused by new servers while old clients still send it. A message of the server that is gone breaks no frame, but an old client that waits for it waits in vain. Where another message of the new contract took its constants or its shape, all its frames are compared with that. Mark it `deprecated` first, and remove it once nobody sends it.",
  opposite: "message-added",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const message of pair.messages.removed) {
      for (const from of message.from) {
        yield {
          level: "wire",
          message: message.name,
          from: [from],
          pointer: message.pointer,
          side: "before",
          text: `the ${from} no longer sends it: the message is gone`,
          code: "breaking",
          identity: [from, ...pair.ties.of("before", message, from)],
          ...withoutIt(pair, message, from),
        };
      }
    }
  },
};

/** What the frame does to its reader, and what its absence does to an old client. */
export function withoutIt(
  pair: ContractPair,
  message: Message,
  from: Direction,
): Pick<Finding, "meetings" | "witness" | "proof" | "reason"> {
  const reception = receptionOf(pair, "before", message, from);
  if (from === "client") return reception;
  const oldClientNewServer = worst([reception.meetings.oldClientNewServer, "risky"]);
  return {
    ...reception,
    meetings: { ...reception.meetings, oldClientNewServer },
    reason: "an old client may wait for it in vain",
  };
}
