import type { Direction } from "@wirepact/runtime";
import type { Finding, Side } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { aboutHeartbeat, takenForDead } from "./aboutHeartbeat.ts";

/** A side that may ask from now on. */
export const heartbeatAskerAdded: Rule = {
  title: "A further side may ask whether the other is alive",
  explanation: "Who has the old contract does not answer: the side that asks takes the connection for dead.",
  opposite: "heartbeat-asker-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const asker of askersBeyond(pair, "after", "before")) {
      const text = `the ${asker} may ask, too`;
      yield { ...aboutHeartbeat("after", [asker], "/from"), text, identity: [asker], ...takenForDead(pair, "after", asker) };
    }
  },
};

/** Sides that may ask by one contract alone, where both have a heartbeat. */
export function askersBeyond(pair: ContractPair, side: Side, other: Side): readonly Direction[] {
  const [one, another] = [pair[side].session.heartbeat, pair[other].session.heartbeat];
  return one === null || another === null ? [] : one.from.filter((asker) => !another.from.includes(asker));
}
