import { quote } from "../../../diagnostics.ts";
import type { Finding, Meeting } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { SAFE } from "../../judgement.ts";
import { include } from "../../schema/include.ts";
import type { Rule } from "../rule.ts";
import { both, breaksIn, unknown, type Verdict } from "../verdicts.ts";
import { aboutChannel } from "./paths.ts";
import { pairQuery, QUERY, type ToldParameter } from "./query.ts";

/** A parameter of the query that has another schema. */
export const queryParameterChanged: Rule = {
  title: "A parameter of the query may say something else",
  explanation:
    "A value that one contract allows and the other refuses is shown. Our server stubs look only at whether a required parameter is there; others may look closer.",
  opposite: "query-parameter-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    const { digests } = pair.messages;
    for (const [before, after] of pairQuery(pair).kept) {
      const [was, is] = [digests.of("before", before.schema), digests.of("after", after.schema)];
      if (was === is) continue;
      yield {
        ...aboutChannel(pair, "after", QUERY),
        text: `the parameter ${quote(after.name)} of the query may say something else`,
        identity: [after.name, pair.prints.before.of(before.schema), pair.prints.after.of(after.schema)],
        ...both(said(pair, before, after, "oldClientNewServer"), said(pair, after, before, "newClientOldServer")),
      };
    }
  },
};

/** What a server with the other contract makes of what a client may say. */
function said(pair: ContractPair, sent: ToldParameter, read: ToldParameter, meeting: Meeting): Verdict {
  const schemaOf = ({ side, schema }: ToldParameter) => ({ document: pair[side].document, schema });
  const found = include(schemaOf(sent), schemaOf(read));
  if (found.kind === "included") return { meetings: SAFE };
  if (found.kind === "unknown") return unknown(found.reason, meeting);
  return breaksIn(meeting, { proof: `${quote(found.value)} is refused: ${found.issue.text}` });
}
