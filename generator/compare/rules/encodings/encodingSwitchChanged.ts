import type { Finding, Side } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { SAFE } from "../../judgement.ts";
import type { Rule } from "../rule.ts";
import { both, type Verdict } from "../verdicts.ts";
import { aboutEncodings } from "./spoken.ts";
import { describeSwitch, isSameSwitch, notSwitched, type Switch, switchOf } from "./switches.ts";

/** The encoding is changed in another way. */
export const encodingSwitchChanged: Rule = {
  title: "The encoding is switched in another way",
  explanation:
    "Who asks by the one contract is not understood by the other: frames go on in an encoding that was asked to end, or change unasked. A further value harms nobody who has the old contract.",
  opposite: "encoding-switch-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    const [before, after] = [switchOf(pair, "before"), switchOf(pair, "after")];
    if (before === undefined || after === undefined || isSameSwitch(before, after)) return;
    yield {
      ...aboutEncodings("after", "/switch"),
      text: `the encoding is switched by ${describeSwitch(after)}; it was by ${describeSwitch(before)}`,
      identity: [describeSwitch(before), describeSwitch(after)],
      ...both(understood(pair, "after", before, after), understood(pair, "before", after, before)),
    };
  },
};

/** What becomes of a client that asks by one switch, where the server of this side has the other. */
function understood(pair: ContractPair, side: Side, asked: Switch, heard: Switch): Verdict {
  const isSamePlace = asked.message === heard.message && asked.pointer === heard.pointer;
  const isHeard = asked.values.every(([value, encoding]) => heard.values.some(([one, its]) => one === value && its === encoding));
  return isSamePlace && isHeard ? { meetings: SAFE } : notSwitched(pair, side);
}
