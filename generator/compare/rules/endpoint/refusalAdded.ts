import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { risky, safe } from "../verdicts.ts";
import { aboutChannel } from "./paths.ts";
import { codeOf, pairRefusals, REFUSALS } from "./refusals.ts";

/** A further reason to refuse a connection. */
export const refusalAdded: Rule = {
  title: "Connections are refused for a further reason",
  explanation:
    "Old clients take any refusal for one. A close code that they do not know as a refusal does not stop them from connecting again and again.",
  opposite: "refusal-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    const known = new Set(pair.before.endpoint.refusals.map(codeOf));
    for (const refusal of pairRefusals(pair).added) {
      const code = codeOf(refusal);
      const isKnown = "status" in refusal || known.has(code);
      yield {
        ...aboutChannel(pair, "after", REFUSALS),
        text: `refused with ${code} when ${quote(refusal.when)}`,
        identity: [code],
        ...(isKnown ? safe("old clients take it for a refusal") : risky("old clients connect again and again")),
      };
    }
  },
};
