import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { both, breaksNewClients, risky } from "../verdicts.ts";
import { aboutResource } from "./aboutResource.ts";

/** Something that clients own from now on. */
export const resourceAdded: Rule = {
  title: "What clients name belongs to them now",
  explanation:
    "New servers refuse a message that names what another user named first. Old clients that share such names are refused; whether any do, the contract does not say.",
  opposite: "resource-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    const { resource } = pair.after.session;
    if (resource === null || pair.before.session.resource !== null) return;
    const text = `what clients name at ${quote(resource.key)} is used by its owner alone`;
    const owned = both(risky("users who share a name are refused"), breaksNewClients());
    yield { ...aboutResource("after"), text, identity: [resource.key, resource.owner ?? null], ...owned };
  },
};
