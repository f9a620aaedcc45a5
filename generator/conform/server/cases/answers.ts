import type { ConformCase } from "../../conformCase.ts";
import { PASS } from "../../verdict.ts";
import type { Stage } from "../stage.ts";

/** What the cases before have shown: of a server that refuses whatever it is asked, nothing was learnt. */
export function answers({ contract, answers: known }: Stage): ConformCase {
  return {
    id: `server/${contract.protocol}/answers`,
    title: "does at least one thing that it is asked to",
    run: async () => (known.isNone ? { kind: "harness-error", text: NOTHING } : PASS),
  };
}

const NOTHING =
  "every request was refused, or brought nothing, so nothing is known of what it does; --set, --token and --query say whom and what it serves";
