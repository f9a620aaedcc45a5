import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { breaksNewClients } from "../verdicts.ts";
import { aboutCredential, pairCredentials, type ToldCredential } from "./toldCredentials.ts";

/** An algorithm by which a token may be signed from now on. */
export const credentialAlgorithmAdded: Rule = {
  title: "A token may be signed by a further algorithm",
  explanation: "Old servers refuse tokens that are signed so: roll servers out before clients use them.",
  opposite: "credential-algorithm-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairCredentials(pair).kept) {
      if (before.what !== after.what) continue;
      const known = algorithmsOf(before);
      for (const algorithm of algorithmsOf(after).filter((one) => !known.includes(one))) {
        yield {
          ...aboutCredential(after),
          text: `the token ${quote(after.name)} may be signed by ${quote(algorithm)}`,
          identity: [after.what, algorithm],
          ...breaksNewClients(),
        };
      }
    }
  },
};

/** The algorithms that a contract allows for a token. */
export function algorithmsOf({ descriptor }: ToldCredential): readonly string[] {
  return descriptor?.kind === "jwt" ? descriptor.algorithms : [];
}
