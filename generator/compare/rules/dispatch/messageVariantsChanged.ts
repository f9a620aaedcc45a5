import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { safe } from "../verdicts.ts";

/** A second discriminator comes, goes, or stands elsewhere. */
export const messageVariantsChanged: Rule = {
  title: "The kinds of a message are told in another way",
  explanation:
    "Where a property tells the kinds of a message apart, a kind that a reader does not know makes the message unknown, which clients pass over; where none does, it makes the message invalid. Frames of the kinds that both contracts have are read as before; which kinds there are is told as fields.",
  opposite: "message-variants-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const { before, after } of pair.messages.shared) {
      const [was, is] = [before.variants?.pointer, after.variants?.pointer];
      if (was === is) continue;
      yield {
        level: "wire",
        message: after.name,
        from: after.from,
        pointer: after.pointer,
        side: "after",
        text: `its kinds are told ${described(is)}; they were ${described(was)}`,
        code: "risky",
        identity: [was ?? null, is ?? null],
        ...safe("frames of the kinds that both know are read as before"),
      };
    }
  },
};

function described(place: string | undefined): string {
  return place === undefined ? "by their schemas alone" : `at ${quote(place)}`;
}
