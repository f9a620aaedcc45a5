import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { safe } from "../verdicts.ts";
import { pairCloses } from "./closeCodeAdded.ts";
import { aboutChannel } from "./paths.ts";

/** A close code that has no meaning any more. */
export const closeCodeRemoved: Rule = {
  title: "A close code was removed",
  explanation: "Who looks for the code does not meet it.",
  opposite: "close-code-added",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const { code, from, when } of pairCloses(pair).removed) {
      yield {
        ...aboutChannel(pair, "before", "/x-wirepact/closes"),
        from: [from],
        text: `no longer a close code of the ${from}: ${code}, when ${quote(when)}`,
        identity: [code, from],
        ...safe("who looks for the code does not meet it"),
      };
    }
  },
};
