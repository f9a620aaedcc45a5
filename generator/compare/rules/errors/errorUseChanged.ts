import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { both, breaksNewClients, risky } from "../verdicts.ts";
import { aboutErrors } from "./aboutErrors.ts";

/** A kind of failure that has another code. */
export const errorUseChanged: Rule = {
  title: "A kind of failure has another code",
  explanation:
    "Servers answer a frame that is no message (`unknown`), one that breaks its schema (`invalid`), and a handler that failed (`failed`) by codes of the contract. Old clients that act on a code get another one for the same failure.",
  opposite: "error-use-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    const [before, after] = [pair.before.session.errors?.code, pair.after.session.errors?.code];
    if (before === undefined || after === undefined) return;
    for (const kind of KINDS) {
      if (before[kind] === after[kind]) continue;
      yield {
        ...aboutErrors(pair, "after", `/${kind}`),
        text: `what is ${kind} has the code ${quote(after[kind])}; it had ${quote(before[kind])}`,
        identity: [kind, before[kind], after[kind]],
        ...both(risky("a client that acts on the code gets another one for the same failure"), breaksNewClients()),
      };
    }
  },
};

const KINDS = ["unknown", "invalid", "failed"] as const;
