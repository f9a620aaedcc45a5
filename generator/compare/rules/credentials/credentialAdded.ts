import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { breaksIn, breaksNewClients, risky, type Verdict } from "../verdicts.ts";
import { aboutCredential, identityOf, isOptional, pairCredentials, type ToldCredential } from "./toldCredentials.ts";

/** A further credential. */
export const credentialAdded: Rule = {
  title: "A credential was added",
  explanation:
    "Where clients could prove themselves otherwise before, old ones go on doing so. Where they had nothing to prove, old clients have no credential to give: new servers that demand one refuse them. A parameter of the query that the contract calls optional says that some servers demand it and some do not.",
  opposite: "credential-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const credential of pairCredentials(pair).added) {
      const text = `clients may prove who they are by ${credential.what}`;
      yield { ...aboutCredential(credential), text, identity: identityOf(credential), ...demanded(pair, credential) };
    }
  },
};

function demanded(pair: ContractPair, credential: ToldCredential): Verdict {
  if (pair.before.endpoint.credentials.length > 0) return breaksNewClients();
  if (isOptional(pair, credential)) return risky("old clients give none, and servers that demand one refuse them");
  return breaksIn("oldClientNewServer", { proof: "old clients give no credential, and the new contract asks for one" });
}
