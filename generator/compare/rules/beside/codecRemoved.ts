import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { breaksIn } from "../verdicts.ts";
import { aboutCodec, identityOf, pairCodecs } from "./toldCodecs.ts";

/** A byte layout that the new contract does not have. */
export const codecRemoved: Rule = {
  title: "A codec was removed",
  explanation: "Who has the old contract writes and reads bytes that nobody with the new one knows.",
  opposite: "codec-added",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const codec of pairCodecs(pair).removed) {
      const proof = "nobody with the new contract reads such bytes, nor writes them";
      const text = `the byte layout ${quote(codec.name)} is gone`;
      yield {
        ...aboutCodec(codec, "before"),
        text,
        code: "breaking",
        identity: identityOf(codec),
        ...breaksIn("oldClientNewServer", { proof }),
      };
    }
  },
};
