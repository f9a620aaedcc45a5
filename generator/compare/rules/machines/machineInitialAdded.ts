import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { shownRisky, type Verdict } from "../verdicts.ts";
import { aboutMachine, pairMachines, readIn, refusedLife, statesOf, type ToldMachine } from "./toldMachines.ts";

/** A further state in which a machine may begin. */
export const machineInitialAdded: Rule = {
  title: "A state machine may begin in a further state",
  explanation: "Both contracts know the state. Who has the old one may not expect something that it first hears of there.",
  opposite: "machine-initial-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairMachines(pair).kept) {
      for (const state of initialBeyond(after, before)) {
        const text = `${quote(after.name)} may begin as ${quote(state)}`;
        yield { ...aboutMachine(after, "/initial"), text, identity: [after.name, state], ...begunIn(pair, after, state) };
      }
    }
  },
};

/** States of both machines in which only the first may begin. */
export function initialBeyond(one: ToldMachine, other: ToldMachine): string[] {
  const [known, begins] = [new Set(statesOf(other)), new Set(other.initial)];
  return one.initial.filter((state) => known.has(state) && !begins.has(state));
}

/** What becomes of who reads a beginning that its own contract does not have. */
export function begunIn(pair: ContractPair, machine: ToldMachine, state: string): Verdict {
  return shownRisky(refusedLife(pair, machine, state), "a reader may not expect it to begin there", readIn(machine));
}
