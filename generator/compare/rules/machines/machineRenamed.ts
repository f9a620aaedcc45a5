import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { SAFE } from "../../judgement.ts";
import type { Rule } from "../rule.ts";
import { aboutMachine, pairMachines } from "./toldMachines.ts";

/** A state machine that has another name. */
export const machineRenamed: Rule = {
  title: "A state machine was renamed",
  explanation:
    "Neither frames nor code have the name of a machine: it stands in the documentation, and in what `validate --session` says.",
  opposite: "machine-renamed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairMachines(pair).kept) {
      if (before.name === after.name) continue;
      const text = `the machine ${quote(before.name)} is called ${quote(after.name)}`;
      yield { ...aboutMachine(after), level: "types", text, meetings: SAFE, identity: [before.name, after.name] };
    }
  },
};
