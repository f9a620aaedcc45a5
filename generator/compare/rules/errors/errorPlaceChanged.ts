import { quote } from "../../../diagnostics.ts";
import type { Finding, Side } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { both, breaksNewClients, NOTHING, risky } from "../verdicts.ts";
import { aboutErrors } from "./aboutErrors.ts";

/** The text or the code of a failure stands elsewhere. */
export const errorPlaceChanged: Rule = {
  title: "The text or the code of a failure stands elsewhere",
  explanation:
    "Who has the other contract looks for it in the old place. Whether that is still filled, the schema of the message says: its changes are told by themselves.",
  opposite: "error-place-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    const [before, after] = [placesOf(pair, "before"), placesOf(pair, "after")];
    for (const [index, what] of (["text", "code"] as const).entries()) {
      const [was, is] = [before?.[index], after?.[index]];
      if (before === undefined || after === undefined || was === is) continue;
      yield {
        ...aboutErrors(pair, "after", what === "text" ? "/text" : "/pointer"),
        text: `the ${what} of a failure stands ${described(is)}; it stood ${described(was)}`,
        identity: [what, was ?? null, is ?? null],
        ...both(was === undefined ? NOTHING : risky(IN_VAIN), is === undefined ? NOTHING : breaksNewClients()),
      };
    }
  },
};

const IN_VAIN = "an old client looks for it in vain where frames do not fill the old place, too";

function placesOf(pair: ContractPair, side: Side): readonly [text: string, code: string | undefined] | undefined {
  const { errors } = pair[side].session;
  return errors === null ? undefined : [errors.text, errors.code?.pointer];
}

function described(place: string | undefined): string {
  return place === undefined ? "nowhere" : `at ${quote(place)}`;
}
