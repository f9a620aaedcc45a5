import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { aboutOpening, notGreeted, openingOf } from "./greetings.ts";

/** An opening message no more. */
export const openingRemoved: Rule = {
  title: "Connections no longer begin with an opening message",
  explanation:
    "An old client waits for it, and gives the connection up when its time is up. Go on sending it until no client waits.",
  opposite: "opening-added",
  *find(pair: ContractPair): Iterable<Finding> {
    const opening = openingOf(pair, "before");
    if (opening === undefined || openingOf(pair, "after") !== undefined) return;
    const text = `the server no longer begins with ${quote(opening)}`;
    yield { ...aboutOpening("before"), text, code: "risky", identity: [opening], ...notGreeted(pair, "after") };
  },
};
