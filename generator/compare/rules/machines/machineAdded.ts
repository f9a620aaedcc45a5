import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { safe, shownRisky, type Verdict } from "../verdicts.ts";
import { aboutMachine, identityOf, pairMachines, readIn, type ToldMachine } from "./toldMachines.ts";

/** A state machine that the old contract does not have. */
export const machineAdded: Rule = {
  title: "A state machine was added",
  explanation:
    "The new contract says where something begins and where it may go. Who has the old contract never relied on it; who has the new one meets old senders that may report anything their messages allow.",
  opposite: "machine-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const machine of pairMachines(pair).added) {
      const text = `the life of ${quote(machine.name)} is told: it goes where the machine says`;
      yield { ...aboutMachine(machine), text, identity: identityOf(machine), ...followed(pair, { ...machine, side: "before" }) };
    }
  },
};

/** What becomes of who follows a machine that its reporter, whose side is the machine's here, knows nothing of. */
export function followed({ names }: ContractPair, machine: ToldMachine): Verdict {
  if (names.message(machine.side, machine.message) === undefined) return safe("only who has its contract sends the message");
  return shownRisky(undefined, "who follows it may meet what it never met", readIn(machine));
}
