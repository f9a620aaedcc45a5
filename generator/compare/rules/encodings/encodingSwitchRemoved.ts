import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { aboutEncodings } from "./spoken.ts";
import { describeSwitch, notSwitched, switchOf } from "./switches.ts";

/** A message that changes the encoding no more. */
export const encodingSwitchRemoved: Rule = {
  title: "A message no longer changes the encoding",
  explanation: "An old client that asks for another encoding goes on getting the first, which it may not be able to read.",
  opposite: "encoding-switch-added",
  *find(pair: ContractPair): Iterable<Finding> {
    const rule = switchOf(pair, "before");
    if (rule === undefined || switchOf(pair, "after") !== undefined) return;
    const text = `the encoding is no longer switched by ${describeSwitch(rule)}`;
    yield { ...aboutEncodings("before", "/switch"), text, identity: [describeSwitch(rule)], ...notSwitched(pair, "after") };
  },
};
