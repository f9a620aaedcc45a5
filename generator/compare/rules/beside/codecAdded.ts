import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { breaksNewClients } from "../verdicts.ts";
import { aboutCodec, identityOf, pairCodecs } from "./toldCodecs.ts";

/** A byte layout that the old contract does not have. */
export const codecAdded: Rule = {
  title: "A codec was added",
  explanation: "Bytes of the new layout mean nothing to who has the old contract, so write none for them.",
  opposite: "codec-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const codec of pairCodecs(pair).added) {
      const text = `a new byte layout: ${quote(codec.name)}`;
      yield { ...aboutCodec(codec, "after"), text, identity: identityOf(codec), ...breaksNewClients() };
    }
  },
};
