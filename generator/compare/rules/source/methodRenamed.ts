import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { SAFE } from "../../judgement.ts";
import type { Rule } from "../rule.ts";

/** A message whose method or type is called otherwise, though the message is not. */
export const methodRenamed: Rule = {
  title: "Clients and handlers call a message otherwise",
  explanation:
    "Names of messages become names of methods and types. Where two of them would be the same, as those of `job-done` and `job_done`, each gets another: a message that is added may so rename the method of one that was there. Frames stay as they are.",
  opposite: "message-method-renamed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const { before, after } of pair.messages.kept) {
      const names = [
        [before.method, after.method],
        [before.identifier, after.identifier],
      ].filter(([old, recent]) => old !== recent);
      const told = names.map(([old, recent]) => `${quote(old)} to ${quote(recent)}`);
      if (told.length === 0) continue;
      yield {
        level: "types",
        message: after.name,
        from: after.from,
        pointer: after.pointer,
        side: "after",
        text: `called otherwise in code: ${told.join(" and ")}`,
        meetings: SAFE,
        code: "breaking",
        identity: names.flatMap(([old = "", recent = ""]) => [old, recent]),
      };
    }
  },
};
