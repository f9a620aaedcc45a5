import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { breaksIn } from "../verdicts.ts";
import { aboutChannel } from "./paths.ts";
import { pairQuery, QUERY } from "./query.ts";

/** A parameter of the query that must be given from now on. */
export const queryParameterRequired: Rule = {
  title: "A parameter of the query is required now",
  explanation: "Old clients may leave it out, and new servers refuse who does.",
  opposite: "query-parameter-optional",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairQuery(pair).kept) {
      if (!(!before.required && after.required)) continue;
      yield {
        ...aboutChannel(pair, "after", QUERY),
        text: `the parameter ${quote(after.name)} of the query is required`,
        code: "breaking",
        identity: [after.name],
        ...breaksIn("oldClientNewServer", { proof: "old clients may leave it out, and new servers refuse who does" }),
      };
    }
  },
};
