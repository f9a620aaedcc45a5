import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { both } from "../verdicts.ts";
import { finalBeyond, missed, waitedFor } from "./machineFinalAdded.ts";
import { aboutMachine, pairMachines } from "./toldMachines.ts";

/** A state that was the end of a machine, and is no more. */
export const machineFinalRemoved: Rule = {
  title: "A state of a machine is no longer its end",
  explanation: "Who has the old contract may stop there, forget the instance, and miss what comes after it.",
  opposite: "machine-final-added",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairMachines(pair).kept) {
      for (const state of finalBeyond(before, after)) {
        const text = `${quote(after.name)} no longer ends with ${quote(state)}`;
        const verdict = both(missed(after), waitedFor(before));
        yield { ...aboutMachine(after, "/transitions"), text, identity: [after.name, state], ...verdict };
      }
    }
  },
};
