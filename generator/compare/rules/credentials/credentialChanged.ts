import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { breaksBoth } from "../verdicts.ts";
import { aboutCredential, pairCredentials } from "./toldCredentials.ts";

/** A credential of another kind, or in another place. */
export const credentialChanged: Rule = {
  title: "A credential is of another kind, or in another place",
  explanation:
    "Servers look for the credential where their own contract says, and check it as that says: they refuse a client that has the other. Accept both for a while, as two credentials.",
  opposite: "credential-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairCredentials(pair).kept) {
      if (before.what === after.what) continue;
      yield {
        ...aboutCredential(after),
        text: `the credential ${quote(after.name)} is ${after.what}; it was ${before.what}`,
        identity: [before.what, after.what],
        ...breaksBoth("a server takes nothing but the credential of its own contract"),
      };
    }
  },
};
