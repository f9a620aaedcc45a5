import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { aboutAddress, addressesOf, moved } from "./addresses.ts";

/** Connections are encrypted, or no more. */
export const schemeChanged: Rule = {
  title: "Connections are made by another scheme",
  explanation:
    "A client that connects without encryption is not let in by a server that expects it, nor the other way round. Serve both for a while.",
  opposite: "scheme-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    const [[before], [after]] = [addressesOf(pair, "before"), addressesOf(pair, "after")];
    // Another transport has another scheme, and is told by itself.
    if (before.scheme === after.scheme || pair.before.transport !== pair.after.transport) return;
    yield {
      ...aboutAddress(after, "after", "/protocol"),
      text: `the scheme is ${quote(after.scheme)}; it was ${quote(before.scheme)}`,
      identity: [before.scheme, after.scheme],
      ...moved(pair, `${quote(before.scheme)} and ${quote(after.scheme)} do not understand each other`),
    };
  },
};
