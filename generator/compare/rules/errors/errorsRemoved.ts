import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { risky } from "../verdicts.ts";
import { aboutErrors, identityOf } from "./aboutErrors.ts";

/** A message that tells failures no more. */
export const errorsRemoved: Rule = {
  title: "Failures are no longer told by a message",
  explanation:
    "Who has the old contract learns of a failure by this message. Nothing says what new servers do instead: a call that fails may end by its time limit alone.",
  opposite: "errors-added",
  *find(pair: ContractPair): Iterable<Finding> {
    if (pair.before.session.errors === null || pair.after.session.errors !== null) return;
    const text = "failures are no longer told by this message";
    yield {
      ...aboutErrors(pair, "before"),
      text,
      identity: identityOf(pair.before.session.errors),
      ...risky("a call that fails may wait until its time is up"),
    };
  },
};
