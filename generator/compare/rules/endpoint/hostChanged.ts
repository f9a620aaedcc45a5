import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { both, breaksNewClients, NOTHING, risky, safe } from "../verdicts.ts";
import { aboutAddress, addressesOf, isKnownTo } from "./addresses.ts";

/** Servers are at another host. */
export const hostChanged: Rule = {
  title: "Servers are at another host",
  explanation:
    "Whoever connects to the old host needs it to stay. Packages are told the address by who uses them, so keep the old name alive until nobody does.",
  opposite: "host-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    const [[before], [after]] = [addressesOf(pair, "before"), addressesOf(pair, "after")];
    if (before.host === after.host) return;
    yield {
      ...aboutAddress(after, "after", "/host"),
      text: `the host is ${quote(after.host)}; it was ${quote(before.host)}`,
      identity: [before.host, after.host],
      ...both(
        isKnownTo(pair, "before")
          ? safe("the old address is one of the servers still")
          : risky("who connects to the old host needs it to stay"),
        isKnownTo(pair, "after") ? NOTHING : breaksNewClients(),
      ),
    };
  },
};
