import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { both, breaksNewClients, risky, type Verdict } from "../verdicts.ts";
import { aboutAddress, addressesOf, moved } from "./addresses.ts";

/** Servers listen on another port. */
export const portChanged: Rule = {
  title: "Servers listen on another port",
  explanation:
    "Old clients connect to the old port, and new servers that are told no other listen on the new one. Where the port is the deployment's, or becomes it, nobody can say.",
  opposite: "port-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    const [[before], [after]] = [addressesOf(pair, "before"), addressesOf(pair, "after")];
    if (before.port === after.port) return;
    yield {
      ...aboutAddress(after, "after", "/host"),
      text: `the port is ${described(after.port)}; it was ${described(before.port)}`,
      identity: [before.port, after.port],
      ...judge(pair, before.port, after.port),
    };
  },
};

function described(port: string | null): string {
  return port ?? "the deployment's";
}

function judge(pair: ContractPair, before: string | null, after: string | null): Verdict {
  if (before === null || after === null)
    return both(risky("where deployments listened, and will, the contract does not say"), breaksNewClients());
  return moved(pair, `who connects to port ${before} finds nobody where servers listen on ${after}`);
}
