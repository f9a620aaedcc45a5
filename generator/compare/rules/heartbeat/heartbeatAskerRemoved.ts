import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { aboutHeartbeat, takenForDead } from "./aboutHeartbeat.ts";
import { askersBeyond } from "./heartbeatAskerAdded.ts";

/** A side that may ask no more. */
export const heartbeatAskerRemoved: Rule = {
  title: "A side no longer asks whether the other is alive",
  explanation:
    "Who has the old contract still asks, and the new one does not promise an answer: the connection is taken for dead.",
  opposite: "heartbeat-asker-added",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const asker of askersBeyond(pair, "before", "after")) {
      const text = `the ${asker} no longer asks`;
      yield { ...aboutHeartbeat("before", [asker], "/from"), text, identity: [asker], ...takenForDead(pair, "before", asker) };
    }
  },
};
