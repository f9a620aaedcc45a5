import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { shownRisky, type Verdict } from "../verdicts.ts";
import { aboutMachine, pairMachines, readIn, refusedLife, sharedStates, type ToldMachine } from "./toldMachines.ts";

/** A further way from one state to another. */
export const machineTransitionAdded: Rule = {
  title: "A state machine may go a further way",
  explanation:
    "Both contracts know the two states, and only one knows the way between them. Who takes the old ways for all there are, such as a view that allows no step back, may meet one that it does not expect.",
  opposite: "machine-transition-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairMachines(pair).kept) {
      for (const [from, to] of waysBeyond(after, before)) {
        const text = `${quote(after.name)} may go from ${quote(from)} to ${quote(to)}`;
        yield {
          ...aboutMachine(after, "/transitions"),
          text,
          identity: [after.name, from, to],
          ...unexpected(pair, after, from, to),
        };
      }
    }
  },
};

/** Ways between states of both machines that only the first has. */
export function waysBeyond(one: ToldMachine, other: ToldMachine): (readonly [from: string, to: string])[] {
  const shared = new Set(sharedStates(one, other));
  const known = new Map(other.transitions.map(([from, to]) => [from, new Set(to)]));
  return one.transitions.flatMap(([from, next]) =>
    next.filter((to) => shared.has(from) && shared.has(to) && known.get(from)?.has(to) !== true).map((to) => [from, to] as const),
  );
}

/** What becomes of who reads a way that its own contract does not have. */
export function unexpected(pair: ContractPair, machine: ToldMachine, from: string, to: string): Verdict {
  return shownRisky(refusedLife(pair, machine, from, to), "a reader that follows the states may not expect it", readIn(machine));
}
