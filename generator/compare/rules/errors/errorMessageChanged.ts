import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { breaksBoth } from "../verdicts.ts";
import { aboutErrors, errorMessage } from "./aboutErrors.ts";

/** Another message tells failures. */
export const errorMessageChanged: Rule = {
  title: "Failures are told by another message",
  explanation:
    "Who has the other contract does not take the message for a failure: a call that failed waits until its time is up.",
  opposite: "error-message-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    const [before, after] = [errorMessage(pair, "before"), errorMessage(pair, "after")];
    if (before === undefined || after === undefined || before === after) return;
    yield {
      ...aboutErrors(pair, "after", "/message"),
      text: `failures are told by ${quote(after)}; they were by ${quote(before)}`,
      identity: [before, after],
      ...breaksBoth("who has the other contract does not take the message for a failure"),
    };
  },
};
