import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { shownRisky, type Verdict } from "../verdicts.ts";
import { aboutMachine, pairMachines, readIn, refusedLife, statesOf, type ToldMachine } from "./toldMachines.ts";

/** A further state of a machine. */
export const machineStateAdded: Rule = {
  title: "A state machine has a further state",
  explanation:
    "Who has the old contract does not know what the state means. Frames pass as far as their schemas allow the value; a reader that tells all states apart needs an answer to one that it does not know.",
  opposite: "machine-state-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairMachines(pair).kept) {
      for (const state of statesBeyond(after, before)) {
        const text = `${quote(after.name)} may be ${quote(state)}`;
        yield { ...aboutMachine(after, "/transitions"), text, identity: [after.name, state], ...unheardOf(pair, after, state) };
      }
    }
  },
};

/** States of a machine that the other does not have. */
export function statesBeyond(one: ToldMachine, other: ToldMachine): string[] {
  const known = new Set(statesOf(other));
  return statesOf(one).filter((state) => !known.has(state));
}

/** What becomes of who reads a state that its own contract does not have. */
export function unheardOf(pair: ContractPair, machine: ToldMachine, state: string): Verdict {
  return shownRisky(
    refusedLife(pair, machine, state),
    "a reader that knows only the other states may not know what to do",
    readIn(machine),
  );
}
