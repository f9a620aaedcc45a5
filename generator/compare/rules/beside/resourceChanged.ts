import type { ResourceDescriptor } from "@wirepact/runtime";
import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { both, breaksNewClients, risky } from "../verdicts.ts";
import { aboutResource } from "./aboutResource.ts";

/** Clients name what they own elsewhere, or are told apart otherwise. */
export const resourceChanged: Rule = {
  title: "What clients own is named elsewhere, or its owner is told otherwise",
  explanation:
    "Servers look for the name, and for the user whose it is, where their own contract says. What old clients name is not found there, or counts as another's.",
  opposite: "resource-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    const [before, after] = [pair.before.session.resource, pair.after.session.resource];
    if (before === null || after === null) return;
    const [was, is] = [describe(before), describe(after)];
    if (was === is) return;
    const text = `what clients own is named ${is}; it was ${was}`;
    yield {
      ...aboutResource("after"),
      text,
      identity: [was, is],
      ...both(risky("what an old client owns may count as another's, or as nobody's"), breaksNewClients()),
    };
  },
};

function describe({ key, owner }: ResourceDescriptor): string {
  return `at ${quote(key)}${owner === undefined ? "" : `, owned by who ${quote(owner)} of the query says`}`;
}
