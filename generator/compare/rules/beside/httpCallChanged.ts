import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { breaksBoth } from "../verdicts.ts";
import { aboutCall, pairCalls, type ToldCall } from "./httpCalls.ts";

/** An HTTP call that asks elsewhere, or is answered with another status. */
export const httpCallChanged: Rule = {
  title: "An HTTP call is made otherwise",
  explanation: "Clients call by the method and the path of their own contract, and take nothing for an answer but its status.",
  opposite: "http-call-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairCalls(pair).kept) {
      const [was, is] = [describe(before), describe(after)];
      if (was === is) continue;
      const proof = "a client looks for what its own contract says, and finds something else";
      const text = `the HTTP call ${quote(after.name)} is ${is}; it was ${was}`;
      yield { ...aboutCall(after), text, identity: [after.name, was, is], ...breaksBoth(proof) };
    }
  },
};

function describe({ method, path, status }: ToldCall): string {
  return `${method} ${quote(path)} with status ${status}`;
}
