import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { both } from "../verdicts.ts";
import { aboutOpening, notGreeted, openingOf } from "./greetings.ts";

/** Another opening message. */
export const openingChanged: Rule = {
  title: "Connections begin with another message",
  explanation:
    "Who has the other contract waits for a message that does not come, and gives the connection up when its time is up.",
  opposite: "opening-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    const [before, after] = [openingOf(pair, "before"), openingOf(pair, "after")];
    if (before === undefined || after === undefined || before === after) return;
    const text = `the server's first message is ${quote(after)}; it was ${quote(before)}`;
    const verdict = both(notGreeted(pair, "after"), notGreeted(pair, "before"));
    yield { ...aboutOpening("after"), text, code: "breaking", identity: [before, after], ...verdict };
  },
};
