import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { aboutOpening, notGreeted, openingOf } from "./greetings.ts";

/** An opening message from now on. */
export const openingAdded: Rule = {
  title: "Connections begin with an opening message now",
  explanation:
    "A new client waits for it before it takes the connection for made, and an old server does not send it: roll servers out first. Old clients hear it like any other message.",
  opposite: "opening-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    const opening = openingOf(pair, "after");
    if (opening === undefined || openingOf(pair, "before") !== undefined) return;
    const text = `the server's first message is ${quote(opening)}`;
    yield { ...aboutOpening("after"), text, code: "risky", identity: [opening], ...notGreeted(pair, "before") };
  },
};
