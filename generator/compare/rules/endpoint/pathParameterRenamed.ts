import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { SAFE } from "../../judgement.ts";
import type { Rule } from "../rule.ts";
import { aboutChannel, nameless, parametersIn } from "./paths.ts";

/** A parameter of the path that has another name. */
export const pathParameterRenamed: Rule = {
  title: "A parameter of the path was renamed",
  explanation: "The path stays as it is. Who gives parameters by name, or reads them on the server, has to name them anew.",
  opposite: "path-parameter-renamed",
  *find(pair: ContractPair): Iterable<Finding> {
    const [before, after] = [pair.before.endpoint.path, pair.after.endpoint.path];
    if (nameless(before) !== nameless(after)) return;
    const names = parametersIn(after);
    for (const [index, name] of parametersIn(before).entries()) {
      const now = names[index] ?? "";
      if (name === now) continue;
      yield {
        ...aboutChannel(pair, "after", "/address"),
        level: "types",
        text: `the path's parameter ${quote(name)} is called ${quote(now)}`,
        meetings: SAFE,
        code: "breaking",
        identity: [name, now],
      };
    }
  },
};
