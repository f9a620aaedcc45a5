import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { unexpected, waysBeyond } from "./machineTransitionAdded.ts";
import { aboutMachine, pairMachines } from "./toldMachines.ts";

/** A way from one state to another that a machine goes no more. */
export const machineTransitionRemoved: Rule = {
  title: "A state machine no longer goes one of its ways",
  explanation: "Who has the old contract sees less than it knows. Who has the new one may still meet the way at an old sender.",
  opposite: "machine-transition-added",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairMachines(pair).kept) {
      for (const [from, to] of waysBeyond(before, after)) {
        const text = `${quote(after.name)} no longer goes from ${quote(from)} to ${quote(to)}`;
        yield {
          ...aboutMachine(before, "/transitions"),
          text,
          identity: [after.name, from, to],
          ...unexpected(pair, before, from, to),
        };
      }
    }
  },
};
