import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { SAFE } from "../../judgement.ts";
import type { Rule } from "../rule.ts";

/** The package is called otherwise. */
export const packageRenamed: Rule = {
  title: "The package was renamed",
  explanation:
    "Frames stay as they are. Who imports the package, or the stubs that are called after the protocol, has to name them anew.",
  opposite: "package-renamed",
  *find(pair: ContractPair): Iterable<Finding> {
    const { before, after } = pair;
    if (before.packageName === after.packageName) return;
    yield {
      level: "types",
      message: null,
      from: [],
      pointer: "/x-wirepact/package",
      side: "after",
      text: `the package is called ${quote(after.packageName)}; it was ${quote(before.packageName)}`,
      meetings: SAFE,
      code: "breaking",
      identity: [before.packageName, after.packageName],
    };
  },
};
