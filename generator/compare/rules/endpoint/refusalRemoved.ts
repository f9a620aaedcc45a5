import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { breaksNewClients, safe } from "../verdicts.ts";
import { aboutChannel } from "./paths.ts";
import { codeOf, pairRefusals, REFUSALS } from "./refusals.ts";

/** A reason to refuse a connection that is gone. */
export const refusalRemoved: Rule = {
  title: "Connections are no longer refused for a reason",
  explanation:
    "Who looks for the code does not meet it. Old servers still close with it, and a new client that does not know such a code as a refusal connects again and again.",
  opposite: "refusal-added",
  *find(pair: ContractPair): Iterable<Finding> {
    const known = new Set(pair.after.endpoint.refusals.map(codeOf));
    for (const refusal of pairRefusals(pair).removed) {
      const code = codeOf(refusal);
      const isKnown = "status" in refusal || known.has(code);
      yield {
        ...aboutChannel(pair, "before", REFUSALS),
        text: `no longer refused with ${code} when ${quote(refusal.when)}`,
        identity: [code],
        ...(isKnown ? safe("new clients take it for a refusal, too") : breaksNewClients()),
      };
    }
  },
};
