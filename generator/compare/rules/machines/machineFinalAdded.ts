import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { both, shownRisky, type Verdict } from "../verdicts.ts";
import { aboutMachine, pairMachines, readIn, type ToldMachine } from "./toldMachines.ts";

/** A state that nothing leaves any more. */
export const machineFinalAdded: Rule = {
  title: "A state of a machine has become its end",
  explanation:
    "Who has the old contract waits for what comes after the state, and nothing does. Who has the new one may stop there, and miss what an old sender still goes on to.",
  opposite: "machine-final-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairMachines(pair).kept) {
      for (const state of finalBeyond(after, before)) {
        const text = `${quote(after.name)} ends with ${quote(state)}`;
        const verdict = both(waitedFor(after), missed(before));
        yield { ...aboutMachine(after, "/transitions"), text, identity: [after.name, state], ...verdict };
      }
    }
  },
};

/** States of both machines that only the first never leaves. */
export function finalBeyond(one: ToldMachine, other: ToldMachine): string[] {
  const goingOn = new Set(other.transitions.filter(([, next]) => next.length > 0).map(([state]) => state));
  return one.transitions.filter(([state, next]) => next.length === 0 && goingOn.has(state)).map(([state]) => state);
}

/** What becomes of who knows a state as one to leave, where its reporter, whose machine it is, ends there. */
export function waitedFor(machine: ToldMachine): Verdict {
  return shownRisky(undefined, "who waits for what comes after it waits in vain", readIn(machine));
}

/** What becomes of who takes a state for the end, where its reporter, whose machine it is, goes on. */
export function missed(machine: ToldMachine): Verdict {
  return shownRisky(undefined, "who takes it for the end misses what comes after it", readIn(machine));
}
