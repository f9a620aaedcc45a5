import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { meetingOf } from "../../proof.ts";
import type { Rule } from "../rule.ts";
import { breaksIn } from "../verdicts.ts";
import { aboutStream, pairStreams, type ToldStream } from "./toldStreams.ts";

/** More or fewer streams of a kind may run at a time. */
export const streamConcurrentChanged: Rule = {
  title: "More or fewer streams of a kind may run at a time",
  explanation:
    "Where fewer may run, old clients start more than new servers allow. Where more may, new clients do the same to old servers: roll servers out first.",
  opposite: "stream-concurrent-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairStreams(pair).kept) {
      if (mostOf(before) === mostOf(after)) continue;
      const [more, fewer] = mostOf(before) > mostOf(after) ? [before, after] : [after, before];
      yield {
        ...aboutStream(after, "/concurrent"),
        text: `${describe(after)} may run at a time; before it was ${describe(before)}`,
        identity: [after.start, before.concurrent ?? null, after.concurrent ?? null],
        ...breaksIn(meetingOf(more.side, more.from), {
          proof: `the ${more.from} may start more at a time than the other side allows, which is ${describe(fewer)}`,
        }),
      };
    }
  },
};

function mostOf({ concurrent }: ToldStream): number {
  return concurrent ?? Number.POSITIVE_INFINITY;
}

function describe({ concurrent }: ToldStream): string {
  return concurrent === undefined ? "any number" : String(concurrent);
}
