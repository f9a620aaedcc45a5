import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { aboutSource, pairTypes } from "./typeNames.ts";

/** A type that is called otherwise. */
export const typeRenamed: Rule = {
  title: "A type is called otherwise",
  explanation:
    "A named schema has another name and says the same. Frames stay as they are; code that imports its type or its validator has to import the other name.",
  opposite: "type-renamed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const { before, after } of pairTypes(pair).renamed) {
      const text = `type renamed from ${quote(before.identifier)} to ${quote(after.identifier)}`;
      const identity = [before.identifier, after.identifier];
      yield { ...aboutSource("after", after.pointer), text, code: "breaking", identity };
    }
  },
};
