import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { breaksIn, breaksNewClients } from "../verdicts.ts";
import { aboutChannel } from "./paths.ts";
import { pairQuery, QUERY } from "./query.ts";

/** A parameter of the query that the old contract does not have. */
export const queryParameterAdded: Rule = {
  title: "A parameter of the query was added",
  explanation:
    "Where it is required, new servers refuse old clients, which do not give it. Begin with an optional one. An old server passes over a parameter that it does not know.",
  opposite: "query-parameter-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const { name, required, schema } of pairQuery(pair).added) {
      const proof = "old clients do not give it, and new servers refuse who does not";
      yield {
        ...aboutChannel(pair, "after", QUERY),
        text: `a new ${required ? "required" : "optional"} parameter of the query: ${quote(name)}`,
        ...(required ? { code: "breaking" } : {}),
        identity: [name, required, pair.prints.after.of(schema)],
        ...(required ? breaksIn("oldClientNewServer", { proof }) : breaksNewClients()),
      };
    }
  },
};
