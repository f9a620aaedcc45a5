import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { breaksIn } from "../verdicts.ts";
import { aboutCall, identityOf, pairCalls } from "./httpCalls.ts";

/** An HTTP call that the new contract does not have. */
export const httpCallRemoved: Rule = {
  title: "An HTTP call was removed",
  explanation: "An old client that calls it finds nothing there.",
  opposite: "http-call-added",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const call of pairCalls(pair).removed) {
      const proof = `an old client that calls ${call.method} ${quote(call.path)} finds nothing there`;
      const text = `the HTTP call ${quote(call.name)} is gone`;
      yield {
        ...aboutCall(call),
        text,
        code: "breaking",
        identity: identityOf(pair, call),
        ...breaksIn("oldClientNewServer", { proof }),
      };
    }
  },
};
