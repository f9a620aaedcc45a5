import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { aboutSource, pairTypes } from "./typeNames.ts";

/** A type that the package did not export. */
export const typeNameAdded: Rule = {
  title: "The package exports another type",
  explanation:
    "A schema got a name of its own, which is a type and a validator in the package. Code that does not know it stays as it is.",
  opposite: "type-name-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const { identifier, pointer } of pairTypes(pair).added) {
      yield { ...aboutSource("after", pointer), text: `a new type: ${quote(identifier)}`, identity: [identifier] };
    }
  },
};
