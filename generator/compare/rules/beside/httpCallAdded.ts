import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { breaksNewClients } from "../verdicts.ts";
import { aboutCall, identityOf, pairCalls } from "./httpCalls.ts";

/** An HTTP call that the old contract does not have. */
export const httpCallAdded: Rule = {
  title: "An HTTP call was added",
  explanation: "Old clients do not call it; old servers do not answer new clients that do.",
  opposite: "http-call-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const call of pairCalls(pair).added) {
      const text = `a new HTTP call ${quote(call.name)}: ${call.method} ${quote(call.path)}`;
      yield { ...aboutCall(call), text, identity: identityOf(pair, call), ...breaksNewClients() };
    }
  },
};
