import type { Direction } from "@wirepact/runtime";
import type { Finding, Side } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { SAFE } from "../../judgement.ts";
import { meetingOf, other } from "../../proof.ts";
import type { Rule } from "../rule.ts";
import { both, breaksIn, shownRisky, type Verdict } from "../verdicts.ts";
import { aboutEncodings, refusedIn, speaks } from "./spoken.ts";

/** Connections begin in another encoding. */
export const encodingInitialChanged: Rule = {
  title: "Connections begin in another encoding",
  explanation:
    "Who does not speak the encoding refuses the first frame. Who speaks both, and tells them apart by the kind of a frame as our stubs do, goes on.",
  opposite: "encoding-initial-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    const [before, after] = [pair.before.encodings.initial, pair.after.encodings.initial];
    if (before === after) return;
    const ways = SIDES.flatMap((side) => DIRECTIONS.map((from) => begun(pair, side, from)));
    yield {
      ...aboutEncodings("after", "/initial"),
      text: `connections begin in ${after}; they did in ${before}`,
      identity: [before, after],
      ...ways.reduce(both, { meetings: SAFE }),
    };
  },
};

const SIDES = ["after", "before"] as const;
const DIRECTIONS = ["server", "client"] as const;

/** What becomes of the first frame that one side sends to the other. */
function begun(pair: ContractPair, side: Side, from: Direction): Verdict {
  const { initial } = pair[side].encodings;
  const meeting = meetingOf(side, from);
  if (!speaks(pair, other(side), initial)) {
    return breaksIn(meeting, { session: refusedIn(pair, side, from, initial), proof: `the other side does not read ${initial}` });
  }
  // Servers read whatever they speak.
  if (from === "client") return { meetings: SAFE };
  return shownRisky(
    refusedIn(pair, side, from, initial),
    "a client that does not tell frames by their kind misreads them",
    meeting,
  );
}
