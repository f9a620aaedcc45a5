import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { SAFE } from "../../judgement.ts";
import type { Rule } from "../rule.ts";
import { aboutChannel, listedBeyond } from "./paths.ts";

/** A parameter of the path that the new contract does not list. */
export const pathParameterRemoved: Rule = {
  title: "A parameter of the path is no longer listed",
  explanation:
    "Whether the path itself has changed is told by itself. In the package, the parameters that are listed are those that callers give and servers read by name.",
  opposite: "path-parameter-added",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const name of listedBeyond(pair, "before", "after")) {
      const text = `the parameter of the path is no longer listed: ${quote(name)}`;
      yield {
        ...aboutChannel(pair, "before", "/parameters"),
        level: "types",
        text,
        meetings: SAFE,
        code: "breaking",
        identity: [name],
      };
    }
  },
};
