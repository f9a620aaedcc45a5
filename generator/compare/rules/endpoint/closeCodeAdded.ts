import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { type Paired, pairByKey } from "../../match/byKey.ts";
import type { Rule } from "../rule.ts";
import { safe } from "../verdicts.ts";
import { aboutChannel } from "./paths.ts";

/** A close code that has a meaning from now on. */
export const closeCodeAdded: Rule = {
  title: "A close code was added",
  explanation: "Who does not know the code takes the connection for closed, for whatever reason.",
  opposite: "close-code-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const { code, from, when } of pairCloses(pair).added) {
      yield {
        ...aboutChannel(pair, "after", "/x-wirepact/closes"),
        from: [from],
        text: `a further close code of the ${from}: ${code}, when ${quote(when)}`,
        identity: [code, from],
        ...safe("a connection that is closed is closed"),
      };
    }
  },
};

type Close = ContractPair["after"]["endpoint"]["closes"][number];

/** Close codes of both contracts, by who closes with them. */
export function pairCloses({ before, after }: ContractPair): Paired<Close> {
  return pairByKey(before.endpoint.closes, after.endpoint.closes, ({ code, from }) => `${code} ${from}`);
}
