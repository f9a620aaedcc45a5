import { mostAtATime } from "@wirepact/runtime/laws";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { meetingOf } from "../../proof.ts";
import type { Rule } from "../rule.ts";
import { breaksIn, safe, type Verdict } from "../verdicts.ts";
import { aboutStream, pairStreams, type ToldStream } from "./toldStreams.ts";

/** More or fewer streams of a kind may run at a time. */
export const streamConcurrentChanged: Rule = {
  title: "More or fewer streams of a kind may run at a time",
  explanation:
    "Where fewer may run, old clients start more than new servers allow. Where more may, new clients do the same to old servers: roll servers out first.",
  opposite: "stream-concurrent-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairStreams(pair).kept) {
      if (before.concurrent === after.concurrent) continue;
      yield {
        ...aboutStream(after, "/concurrent"),
        text: `${describe(after)} may run at a time; before it was ${describe(before)}`,
        identity: [after.start, before.concurrent ?? null, after.concurrent ?? null],
        ...startedBy(before, after),
      };
    }
  },
};

/** What becomes of who starts as many as its own contract allows. */
function startedBy(before: ToldStream, after: ToldStream): Verdict {
  const [was, is] = [mostAtATime(before), mostAtATime(after)];
  if (was === is) return safe("without `match` and `key` streams run one at a time, whatever it says");
  const [more, fewer] = was > is ? [before, after] : [after, before];
  const proof = `the ${more.from} may start more at a time than the other side allows, which is ${mostAtATime(fewer)}`;
  return breaksIn(meetingOf(more.side, more.from), { proof });
}

function describe({ concurrent }: ToldStream): string {
  return concurrent === undefined ? "any number" : String(concurrent);
}
