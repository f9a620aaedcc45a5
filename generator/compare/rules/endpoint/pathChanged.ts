import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { SAFE } from "../../judgement.ts";
import type { Rule } from "../rule.ts";
import { both, breaksIn } from "../verdicts.ts";
import { aboutChannel, covers, nameless } from "./paths.ts";

/** Another path. */
export const pathChanged: Rule = {
  title: "Servers are at another path",
  explanation: "Old clients ask for the old path, and new servers answer 404. Serve both, or let the new path cover the old one.",
  opposite: "path-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    const [before, after] = [pair.before.endpoint.path, pair.after.endpoint.path];
    if (nameless(before) === nameless(after)) return;
    const proof = `who asks for the one of ${quote(before)} and ${quote(after)} need not find the other`;
    const old = covers(after, before) ? { meetings: SAFE } : breaksIn("oldClientNewServer", { proof });
    const young = covers(before, after) ? { meetings: SAFE } : breaksIn("newClientOldServer", { proof });
    yield {
      ...aboutChannel(pair, "after", "/address"),
      text: `the path is ${quote(after)}; it was ${quote(before)}`,
      identity: [before, after],
      ...both(old, young),
    };
  },
};
