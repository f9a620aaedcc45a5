import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { safe } from "../verdicts.ts";
import { aboutMachine, pairMachines } from "./toldMachines.ts";

/** A state machine that the old contract does not have. */
export const machineAdded: Rule = {
  title: "A state machine was added",
  explanation:
    "The new contract says where something begins and where it may go. Who has the old contract never relied on it; who has the new one meets old senders that may report anything their messages allow.",
  opposite: "machine-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const machine of pairMachines(pair).added) {
      const text = `the life of ${quote(machine.name)} is told: it goes where the machine says`;
      const reason = "who has the old contract expects nothing of it";
      yield { ...aboutMachine(machine), text, identity: [machine.name], ...safe(reason) };
    }
  },
};
