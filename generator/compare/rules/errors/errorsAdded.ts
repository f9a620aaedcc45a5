import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { breaksNewClients } from "../verdicts.ts";
import { aboutErrors, identityOf } from "./aboutErrors.ts";

/** A message that tells failures from now on. */
export const errorsAdded: Rule = {
  title: "Failures are told by a message now",
  explanation:
    "Servers answer a frame that they cannot take, and a request that fails, by this message. Old clients take it for an ordinary one; new clients wait for it in vain at an old server.",
  opposite: "errors-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    if (pair.before.session.errors !== null || pair.after.session.errors === null) return;
    const text = "failures are told by this message";
    yield { ...aboutErrors(pair, "after"), text, identity: identityOf(pair.after.session.errors), ...breaksNewClients() };
  },
};
