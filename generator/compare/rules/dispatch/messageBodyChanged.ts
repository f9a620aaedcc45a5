import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { SAFE } from "../../judgement.ts";
import type { Rule } from "../rule.ts";

/** What a user of a message handles is another part of its frame. */
export const messageBodyChanged: Rule = {
  title: "What is handled of a message is another part of its frame",
  explanation: "Frames stay as they are. The types and the methods of the package handle another part of them.",
  opposite: "message-body-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const { before, after } of pair.messages.shared) {
      if (before.body === after.body) continue;
      yield {
        level: "types",
        message: after.name,
        from: after.from,
        pointer: after.pointer,
        side: "after",
        text: `what is handled of it is ${described(after.body)}; it was ${described(before.body)}`,
        meetings: SAFE,
        code: "breaking",
        identity: [before.body, after.body],
      };
    }
  },
};

function described(body: string): string {
  return body === "" ? "the whole frame" : `what stands at ${quote(body)}`;
}
