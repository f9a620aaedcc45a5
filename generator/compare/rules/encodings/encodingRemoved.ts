import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { breaksIn } from "../verdicts.ts";
import { aboutEncodings, kindsBeyond, refusedIn } from "./spoken.ts";

/** A kind of frames that is refused from now on. */
export const encodingRemoved: Rule = {
  title: "An encoding is no longer spoken",
  explanation: "New servers refuse frames in that encoding, and old clients may send them.",
  opposite: "encoding-added",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const kind of kindsBeyond(pair, "before", "after")) {
      const encoding = pair.before.encodings[kind] ?? "json";
      const session = refusedIn(pair, "before", "client", encoding);
      yield {
        ...aboutEncodings("before", `/${kind}`),
        text: `${kind} frames are no longer spoken: ${encoding}`,
        identity: [kind],
        ...breaksIn("oldClientNewServer", { session, proof: `new servers refuse ${kind} frames` }),
      };
    }
  },
};
