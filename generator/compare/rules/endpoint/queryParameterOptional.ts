import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { breaksNewClients } from "../verdicts.ts";
import { aboutChannel } from "./paths.ts";
import { pairQuery, QUERY } from "./query.ts";

/** A parameter of the query that need not be given from now on. */
export const queryParameterOptional: Rule = {
  title: "A parameter of the query is no longer required",
  explanation: "New clients may leave it out, and old servers refuse who does: roll servers out first.",
  opposite: "query-parameter-required",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairQuery(pair).kept) {
      if (!(before.required && !after.required)) continue;
      yield {
        ...aboutChannel(pair, "after", QUERY),
        text: `the parameter ${quote(after.name)} of the query is no longer required`,
        identity: [after.name],
        ...breaksNewClients(),
      };
    }
  },
};
