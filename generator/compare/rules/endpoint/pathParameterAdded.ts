import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { SAFE } from "../../judgement.ts";
import type { Rule } from "../rule.ts";
import { aboutChannel, listedBeyond } from "./paths.ts";

/** A parameter of the path that the old contract does not list. */
export const pathParameterAdded: Rule = {
  title: "A parameter of the path is listed now",
  explanation:
    "Whether the path itself has changed is told by itself. In the package, the parameters that are listed are those that callers give and servers read by name.",
  opposite: "path-parameter-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const name of listedBeyond(pair, "after", "before")) {
      const text = `a parameter of the path: ${quote(name)}`;
      yield {
        ...aboutChannel(pair, "after", "/parameters"),
        level: "types",
        text,
        meetings: SAFE,
        code: "breaking",
        identity: [name],
      };
    }
  },
};
