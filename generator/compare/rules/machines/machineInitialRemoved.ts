import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { begunIn, initialBeyond } from "./machineInitialAdded.ts";
import { aboutMachine, pairMachines } from "./toldMachines.ts";

/** A state in which a machine begins no more. */
export const machineInitialRemoved: Rule = {
  title: "A state machine no longer begins in one of its states",
  explanation:
    "Who has the old contract sees less than it knows. Who has the new one may still meet the beginning at an old sender.",
  opposite: "machine-initial-added",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairMachines(pair).kept) {
      for (const state of initialBeyond(before, after)) {
        const text = `${quote(after.name)} no longer begins as ${quote(state)}`;
        yield { ...aboutMachine(before, "/initial"), text, identity: [after.name, state], ...begunIn(pair, before, state) };
      }
    }
  },
};
