import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { SAFE } from "../../judgement.ts";
import type { Rule } from "../rule.ts";
import { aboutReply, pairReplies } from "./toldReplies.ts";

/** Clients make the id of a request by themselves, elsewhere, or no more. */
export const replyIdChanged: Rule = {
  title: "Clients make the id of a request now, elsewhere, or no more",
  explanation:
    "Frames stay as they are. Where clients no longer make the id, callers that leave it out no longer compile, or wait for answers one after the other.",
  opposite: "reply-id-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairReplies(pair).kept) {
      if (before.id === after.id) continue;
      yield {
        ...aboutReply(after),
        level: "types",
        text:
          after.id === undefined
            ? `clients no longer make the id at ${quote(before.id)}`
            : `clients make the id at ${quote(after.id)}${before.id === undefined ? "" : `, no longer at ${quote(before.id)}`}`,
        meetings: SAFE,
        code: before.id === undefined ? "safe" : "breaking",
        identity: [after.request, before.id ?? null, after.id ?? null],
      };
    }
  },
};
