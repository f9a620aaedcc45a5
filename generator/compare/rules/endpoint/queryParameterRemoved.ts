import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { breaksNewClients, risky } from "../verdicts.ts";
import { aboutChannel } from "./paths.ts";
import { pairQuery, QUERY } from "./query.ts";

/** A parameter of the query that the new contract does not have. */
export const queryParameterRemoved: Rule = {
  title: "A parameter of the query was removed",
  explanation:
    "New servers pass over what old clients say there. Where it was required, old servers refuse new clients, which do not give it.",
  opposite: "query-parameter-added",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const { name, required, schema } of pairQuery(pair).removed) {
      yield {
        ...aboutChannel(pair, "before", QUERY),
        text: `no longer a parameter of the query: ${quote(name)}`,
        code: "breaking",
        identity: [name, required, pair.prints.before.of(schema)],
        ...(required ? breaksNewClients() : risky("what old clients say there is passed over")),
      };
    }
  },
};
