import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { SAFE } from "../../judgement.ts";
import type { Rule } from "../rule.ts";
import { aboutCall, pairCalls } from "./httpCalls.ts";

/** An HTTP call that has another name. */
export const httpCallRenamed: Rule = {
  title: "An HTTP call was renamed",
  explanation: "What is asked for stays as it is. The method of the package is called otherwise.",
  opposite: "http-call-renamed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairCalls(pair).kept) {
      if (before.name === after.name) continue;
      const text = `the HTTP call ${quote(before.name)} is called ${quote(after.name)}`;
      yield { ...aboutCall(after), level: "types", text, meetings: SAFE, code: "breaking", identity: [before.name, after.name] };
    }
  },
};
