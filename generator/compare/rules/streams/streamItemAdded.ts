import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { takenElsewhere } from "../replies/elsewhere.ts";
import type { Rule } from "../rule.ts";
import { NOTHING, safe, type Verdict } from "../verdicts.ts";
import { aboutStream, broughtBy, pairStreams, type ToldStream } from "./toldStreams.ts";

/** A further message of a stream. */
export const streamItemAdded: Rule = {
  title: "A stream has a further message",
  explanation:
    "Who has the old contract does not count the message to the stream, and hears it like any other, unless it knows it as part of something else. In the package the type of what the stream yields becomes wider: code that tells all of them apart no longer covers every one.",
  opposite: "stream-item-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairStreams(pair).kept) {
      for (const item of itemsBeyond(after, before)) {
        yield {
          ...aboutStream(after, "/items"),
          text: `the stream may have ${quote(item)}, too`,
          code: "risky",
          identity: [after.start, item],
          ...uncounted(pair, after, item),
        };
      }
    }
  },
};

/** What becomes of who does not count a message to a stream, as whose part it is sent. */
export function uncounted(pair: ContractPair, stream: ToldStream, item: string): Verdict {
  const verdict = takenElsewhere(pair, { ...broughtBy(stream), messages: [item] });
  return verdict === NOTHING ? safe("who does not count it to the stream hears it like any other message") : verdict;
}

/** Messages of a stream, its ends aside, that the other stream does not have. */
export function itemsBeyond(one: ToldStream, other: ToldStream): string[] {
  const known = [...other.items, ...other.ends.map(({ message }) => message)];
  return one.items.filter((name) => !known.includes(name));
}
