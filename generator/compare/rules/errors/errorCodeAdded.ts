import { escapeStep } from "@wirepact/runtime";
import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { safe } from "../verdicts.ts";
import { aboutErrors } from "./aboutErrors.ts";
import { codesBeyond } from "./codes.ts";

/** A further code of failures. */
export const errorCodeAdded: Rule = {
  title: "There is a further error code",
  explanation:
    "Frames pass: codes are texts. Source code that tells all codes apart has to say what it does about one that it does not know.",
  opposite: "error-code-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const code of codesBeyond(pair, "after", "before")) {
      yield {
        ...aboutErrors(pair, "after", `/codes/${escapeStep(code)}`),
        text: `a failure may have the code ${quote(code)}`,
        code: "risky",
        identity: [code],
        ...safe("an old client treats it like any code that it does not know"),
      };
    }
  },
};
