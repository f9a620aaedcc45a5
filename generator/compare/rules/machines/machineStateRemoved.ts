import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { statesBeyond, unheardOf } from "./machineStateAdded.ts";
import { aboutMachine, pairMachines } from "./toldMachines.ts";

/** A state that a machine no longer has. */
export const machineStateRemoved: Rule = {
  title: "A state machine no longer has one of its states",
  explanation:
    "Who has the old contract never sees the state again. Who has the new one may still hear of it from an old sender.",
  opposite: "machine-state-added",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairMachines(pair).kept) {
      for (const state of statesBeyond(before, after)) {
        const text = `${quote(after.name)} is never ${quote(state)}`;
        yield { ...aboutMachine(before, "/transitions"), text, identity: [after.name, state], ...unheardOf(pair, before, state) };
      }
    }
  },
};
