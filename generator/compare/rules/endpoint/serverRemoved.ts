import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { risky } from "../verdicts.ts";
import { aboutAddress, addressesBeyond } from "./addresses.ts";

/** A server that is gone. */
export const serverRemoved: Rule = {
  title: "A server was removed",
  explanation: "Who connects there needs it to stay.",
  opposite: "server-added",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const address of addressesBeyond(pair, "before", "after")) {
      const text = `no longer a server: ${quote(address.whole)}`;
      yield {
        ...aboutAddress(address, "before"),
        text,
        identity: [address.whole],
        ...risky("who connects there needs it to stay"),
      };
    }
  },
};
