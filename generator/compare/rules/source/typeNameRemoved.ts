import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { aboutSource, pairTypes } from "./typeNames.ts";

/** A type that the package no longer exports. */
export const typeNameRemoved: Rule = {
  title: "The package no longer exports a type",
  explanation:
    "A named schema is gone, or written out where it was used: frames may stay as they are, but code that imports its type or its validator no longer compiles.",
  opposite: "type-name-added",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const { identifier, pointer } of pairTypes(pair).removed) {
      const text = `a type is gone: ${quote(identifier)}`;
      yield { ...aboutSource("before", pointer), text, code: "breaking", identity: [identifier] };
    }
  },
};
