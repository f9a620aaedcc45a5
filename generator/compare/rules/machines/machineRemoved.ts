import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { followed } from "./machineAdded.ts";
import { aboutMachine, identityOf, pairMachines } from "./toldMachines.ts";

/** A state machine that the new contract does not have. */
export const machineRemoved: Rule = {
  title: "A state machine was removed",
  explanation:
    "Nothing says any more where it may go. Frames are as they were, but who has the old contract may rely on a way that the other side no longer keeps to.",
  opposite: "machine-added",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const machine of pairMachines(pair).removed) {
      const text = `the life of ${quote(machine.name)} is no longer told: it may go anywhere`;
      yield {
        ...aboutMachine(machine),
        text,
        identity: identityOf(machine),
        ...followed(pair, { ...machine, side: "after" }),
      };
    }
  },
};
