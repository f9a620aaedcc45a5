import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { breaksIn } from "../verdicts.ts";
import { algorithmsOf } from "./credentialAlgorithmAdded.ts";
import { aboutCredential, pairCredentials } from "./toldCredentials.ts";

/** An algorithm by which a token must not be signed from now on. */
export const credentialAlgorithmRemoved: Rule = {
  title: "A token may no longer be signed by an algorithm",
  explanation: "New servers refuse tokens that are signed so, and old clients may still have some.",
  opposite: "credential-algorithm-added",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairCredentials(pair).kept) {
      if (before.what !== after.what) continue;
      const known = algorithmsOf(after);
      for (const algorithm of algorithmsOf(before).filter((one) => !known.includes(one))) {
        yield {
          ...aboutCredential(before),
          text: `the token ${quote(after.name)} may no longer be signed by ${quote(algorithm)}`,
          identity: [after.what, algorithm],
          ...breaksIn("oldClientNewServer", { proof: "new servers refuse tokens that are signed so" }),
        };
      }
    }
  },
};
