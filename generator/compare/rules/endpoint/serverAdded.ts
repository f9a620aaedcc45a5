import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { breaksNewClients } from "../verdicts.ts";
import { aboutAddress, addressesBeyond } from "./addresses.ts";

/** A further server. */
export const serverAdded: Rule = {
  title: "A server was added",
  explanation: "A new client that connects there finds nobody before a server is.",
  opposite: "server-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const address of addressesBeyond(pair, "after", "before")) {
      const text = `a further server: ${quote(address.whole)}`;
      yield { ...aboutAddress(address, "after"), text, identity: [address.whole], ...breaksNewClients() };
    }
  },
};
