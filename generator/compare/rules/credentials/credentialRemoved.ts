import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { breaksIn, breaksNewClients } from "../verdicts.ts";
import { aboutCredential, identityOf, pairCredentials } from "./toldCredentials.ts";

/** A credential that is gone. */
export const credentialRemoved: Rule = {
  title: "A credential was removed",
  explanation:
    "Old clients that prove themselves by it are refused where another one is demanded. Where none is, they are let in like anybody; old servers refuse new clients, which give none.",
  opposite: "credential-added",
  *find(pair: ContractPair): Iterable<Finding> {
    const isOpen = pair.after.endpoint.credentials.length === 0;
    const proof = "old clients that have no other credential are refused";
    for (const credential of pairCredentials(pair).removed) {
      const text = `clients no longer prove who they are by ${credential.what}`;
      const verdict = isOpen ? breaksNewClients() : breaksIn("oldClientNewServer", { proof });
      yield { ...aboutCredential(credential), text, identity: identityOf(credential), ...verdict };
    }
  },
};
