import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { safe } from "../verdicts.ts";
import { aboutChannel } from "./paths.ts";
import { codeOf, pairRefusals, REFUSALS } from "./refusals.ts";

/** A reason to refuse a connection that is gone. */
export const refusalRemoved: Rule = {
  title: "Connections are no longer refused for a reason",
  explanation: "Who looks for the code does not meet it.",
  opposite: "refusal-added",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const refusal of pairRefusals(pair).removed) {
      const code = codeOf(refusal);
      yield {
        ...aboutChannel(pair, "before", REFUSALS),
        text: `no longer refused with ${code} when ${quote(refusal.when)}`,
        identity: [code],
        ...safe("who looks for the code does not meet it"),
      };
    }
  },
};
