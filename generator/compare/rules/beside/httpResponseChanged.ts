import { quote } from "../../../diagnostics.ts";
import type { Finding, Meeting } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { inJson } from "../../inJson.ts";
import { SAFE } from "../../judgement.ts";
import { include } from "../../schema/include.ts";
import type { Rule } from "../rule.ts";
import { both, breaksIn, unknown, type Verdict } from "../verdicts.ts";
import { aboutCall, pairCalls, type ToldCall } from "./httpCalls.ts";

/** What an HTTP call answers. */
export const httpResponseChanged: Rule = {
  title: "The body that answers an HTTP call has another schema",
  explanation:
    "Clients check the body by the schema of their own contract. Where a server may send what that refuses, such a body is shown; both validators were asked.",
  opposite: "http-response-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    const { digests } = pair.messages;
    for (const [before, after] of pairCalls(pair).kept) {
      const [was, is] = [digests.of("before", before.body), digests.of("after", after.body)];
      if (was === is) continue;
      const verdict = both(
        received(pair, after, before, "oldClientNewServer"),
        received(pair, before, after, "newClientOldServer"),
      );
      yield {
        ...aboutCall(after, "/response"),
        text: `the HTTP call ${quote(after.name)} is answered by another body`,
        code: "risky",
        identity: [after.name, pair.prints.before.of(before.body), pair.prints.after.of(after.body)],
        ...verdict,
      };
    }
  },
};

/** What a client makes of the body that a server with the other contract may send. */
function received(pair: ContractPair, sent: ToldCall, read: ToldCall, meeting: Meeting): Verdict {
  const schemaOf = ({ side, body }: ToldCall) => ({ document: pair[side].document, schema: body });
  const found = include(schemaOf(sent), schemaOf(read));
  if (found.kind === "included") return { meetings: SAFE };
  if (found.kind === "unknown") return unknown(found.reason, meeting);
  const place = found.path === "" ? "" : ` at ${quote(found.path)}`;
  return breaksIn(meeting, { proof: `${quote(inJson(found.value))} is refused${place}: ${found.issue.text}` });
}
