import { quote } from "../../../diagnostics.ts";
import type { Codec } from "../../../model/codecs.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { SAFE } from "../../judgement.ts";
import type { Rule } from "../rule.ts";
import { breaksBoth } from "../verdicts.ts";
import { aboutCodec, pairCodecs } from "./toldCodecs.ts";

/** A byte layout whose parts are others. */
export const codecLayoutChanged: Rule = {
  title: "A codec has another layout",
  explanation:
    "The same bytes are read as other parts. Where only the names of parts change, bytes stay as they are, and source code has to follow. Give a new layout a name of its own.",
  opposite: "codec-layout-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const [before, after] of pairCodecs(pair).kept) {
      const [was, is] = [describe(before), describe(after)];
      if (was === is) continue;
      const isSame = kindsOf(before) === kindsOf(after);
      yield {
        ...aboutCodec(after, "after"),
        ...(isSame ? { level: "types", meetings: SAFE } : breaksBoth("the same bytes are read as other parts")),
        text: `the bytes of ${quote(after.name)} are ${is}; they were ${was}`,
        code: "breaking",
        identity: [after.name, was, is],
      };
    }
  },
};

function kindsOf({ layout }: Codec): string {
  return layout.map(({ kind }) => kind).join();
}

function describe({ layout }: Codec): string {
  return layout.map(({ name, kind }) => `${quote(name)} (${kind})`).join(", ");
}
