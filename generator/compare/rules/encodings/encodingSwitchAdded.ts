import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { aboutEncodings } from "./spoken.ts";
import { describeSwitch, notSwitched, switchOf } from "./switches.ts";

/** A message that changes the encoding from now on. */
export const encodingSwitchAdded: Rule = {
  title: "A message changes the encoding now",
  explanation:
    "A new client that asks an old server for another encoding does not get it: roll servers out first. Old clients do not ask.",
  opposite: "encoding-switch-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    const rule = switchOf(pair, "after");
    if (rule === undefined || switchOf(pair, "before") !== undefined) return;
    const text = `the encoding is switched by ${describeSwitch(rule)}`;
    yield { ...aboutEncodings("after", "/switch"), text, identity: [describeSwitch(rule)], ...notSwitched(pair, "before") };
  },
};
