import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { both, unknown, type Verdict } from "../verdicts.ts";
import { aboutMachine, pairMachines, readIn, type ToldMachine } from "./toldMachines.ts";

/** A state machine follows another message, or another place of it. */
export const machinePlaceChanged: Rule = {
  title: "The states of a machine stand elsewhere",
  explanation:
    "Who follows the machine by the old contract looks for its states, or for what tells instances apart, where the new one no longer promises them. Whether the old place is still filled the contract does not say.",
  opposite: "machine-place-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairMachines(pair).kept) {
      if (placeOf(before) === placeOf(after)) continue;
      const text = `${quote(after.name)} is followed by ${placeOf(after)}; it was by ${placeOf(before)}`;
      const identity = [after.name, placeOf(before), placeOf(after)];
      yield { ...aboutMachine(after), text, identity, ...both(unfilled(after), unfilled(before)) };
    }
  },
};

/** What becomes of who looks in the other contract's place, where the reporter has the machine's. */
function unfilled(machine: ToldMachine): Verdict {
  return unknown("nothing says that the place of the other contract is filled, too", readIn(machine));
}

function placeOf({ message, state, key }: ToldMachine): string {
  return `${quote(state)} of ${quote(message)}, apart by ${quote(key)}`;
}
