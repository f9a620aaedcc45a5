import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { both, breaksNewClients, risky } from "../verdicts.ts";
import { aboutResource } from "./aboutResource.ts";

/** Something that clients own no more. */
export const resourceRemoved: Rule = {
  title: "What clients name no longer belongs to them",
  explanation: "Frames pass as they did. What was one user's own, such as a container, anybody may use now who names it.",
  opposite: "resource-added",
  *find(pair: ContractPair): Iterable<Finding> {
    const { resource } = pair.before.session;
    if (resource === null || pair.after.session.resource !== null) return;
    const text = `what clients name at ${quote(resource.key)} is no longer used by its owner alone`;
    const shared = both(risky("what was one user's own is anybody's"), breaksNewClients());
    yield { ...aboutResource("before"), text, identity: [resource.key, resource.owner ?? null], ...shared };
  },
};
