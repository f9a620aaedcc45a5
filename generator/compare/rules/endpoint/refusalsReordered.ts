import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { safe } from "../verdicts.ts";
import { aboutChannel } from "./paths.ts";
import { codeOf, pairRefusals, REFUSALS } from "./refusals.ts";

/** Checks that are made in another order. */
export const refusalsReordered: Rule = {
  title: "Connections are checked in another order",
  explanation: "Who fails several checks hears of the first alone, and that is another one now.",
  opposite: "refusals-reordered",
  *find(pair: ContractPair): Iterable<Finding> {
    const { added, removed } = pairRefusals(pair);
    const [before, after] = [pair.before, pair.after].map(({ endpoint }) => endpoint.refusals.map(codeOf).join(", "));
    if (added.length > 0 || removed.length > 0 || before === after) return;
    yield {
      ...aboutChannel(pair, "after", REFUSALS),
      text: `refusals come in the order ${after}; they came as ${before}`,
      identity: [before ?? "", after ?? ""],
      ...safe("who fails several checks hears of another one first"),
    };
  },
};
