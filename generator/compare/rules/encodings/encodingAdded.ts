import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { breaksIn } from "../verdicts.ts";
import { aboutEncodings, kindsBeyond, refusedIn } from "./spoken.ts";

/** A kind of frames that is read from now on. */
export const encodingAdded: Rule = {
  title: "Another encoding is spoken",
  explanation:
    "Old servers refuse frames in the new encoding: roll servers out before clients that use it. Servers send it only where a connection begins with it, or a client asks for it.",
  opposite: "encoding-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const kind of kindsBeyond(pair, "after", "before")) {
      const encoding = pair.after.encodings[kind] ?? "json";
      const session = refusedIn(pair, "after", "client", encoding);
      yield {
        ...aboutEncodings("after", `/${kind}`),
        text: `${kind} frames are spoken, too: ${encoding}`,
        identity: [kind],
        ...breaksIn("newClientOldServer", { session, proof: `old servers refuse ${kind} frames` }),
      };
    }
  },
};
