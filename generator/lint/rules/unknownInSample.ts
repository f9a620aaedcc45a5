import { similar } from "@wirepact/runtime";
import { quote } from "../../diagnostics.ts";
import type { LintRule } from "../rule.ts";

/** What samples hold is described. */
export const unknownInSample: LintRule = {
  level: "warning",
  title: "A sample has a field that nothing describes",
  explanation:
    "Objects are open unless `additionalProperties` says otherwise: a field that no schema knows passes the validators, so that a misspelling, in the sample or in the schema, goes unseen. Correct the name, or describe the field. Where other fields are meant to be there, `additionalProperties: true` says so (`openObject`, or `open: true` of a message).",
  *check({ samples }) {
    for (const { pointer, name, message, known } of samples.strangers) {
      const meant = similar(name, known);
      const hint = meant === undefined ? "describe it, or remove it" : `did you mean ${quote(meant)}?`;
      yield { pointer, text: `this sample of ${quote(message)} has ${quote(name)}, which no schema describes; ${hint}` };
    }
  },
};
