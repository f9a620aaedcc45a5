import { escapeStep } from "@wirepact/runtime";
import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { safe } from "../verdicts.ts";
import { aboutErrors } from "./aboutErrors.ts";
import { codesBeyond } from "./codes.ts";

/** A code of failures that is gone. */
export const errorCodeRemoved: Rule = {
  title: "An error code is gone",
  explanation: "Old clients never see it again. What told them of this failure tells them nothing now, or another code does.",
  opposite: "error-code-added",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const code of codesBeyond(pair, "before", "after")) {
      yield {
        ...aboutErrors(pair, "before", `/codes/${escapeStep(code)}`),
        text: `no failure has the code ${quote(code)}`,
        code: "risky",
        identity: [code],
        ...safe("a client that looks for it does not meet it"),
      };
    }
  },
};
