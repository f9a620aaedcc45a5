import { quote } from "../../../diagnostics.ts";
import { otherSide } from "../../../session/heard.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { meetingOf } from "../../proof.ts";
import { takenElsewhere } from "../replies/elsewhere.ts";
import type { Rule } from "../rule.ts";
import { both, breaksIn, type Verdict } from "../verdicts.ts";
import { refusedRun } from "./running.ts";
import { aboutStream, broughtBy, identityOf, pairStreams, type ToldStream } from "./toldStreams.ts";

/** A message that starts a stream from now on. */
export const streamAdded: Rule = {
  title: "A message starts a stream now",
  explanation:
    "Whoever starts it by the new contract reads messages until an end that the other side's old contract does not promise, so roll out the side that sends the stream first. Who has the old contract hears the messages one by one. In the package the method gives a stream, and its handler yields one.",
  opposite: "stream-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const stream of pairStreams(pair).added) {
      yield {
        ...aboutStream(stream),
        text: `starts a stream of ${listOf(stream)}`,
        code: "breaking",
        identity: identityOf(stream),
        ...both(takenElsewhere(pair, broughtBy(stream)), neverStarted(pair, { ...stream, side: "before" })),
      };
    }
  },
};

/** What a stream is of, as people read it. */
export function listOf({ items, ends }: ToldStream): string {
  const names = [...new Set([...items, ...ends.map(({ message }) => message)])].map((name) => quote(name));
  return names.length > 4 ? `${names.slice(0, 3).join(", ")} and others` : names.join(", ");
}

/** What becomes of who reads a stream that the other side's contract, which is the stream's side here, does not have. */
export function neverStarted(pair: ContractPair, stream: ToldStream): Verdict {
  const sender = otherSide(stream.from);
  return breaksIn(meetingOf(stream.side, sender), {
    session: refusedRun(pair, { stream: { ...stream, match: [] }, ends: [], rule: "unanswered" }),
    proof: `the ${stream.from} reads a stream that the ${sender} does not promise, and waits for its end`,
  });
}
