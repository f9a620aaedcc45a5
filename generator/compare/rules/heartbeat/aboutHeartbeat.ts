import type { Direction } from "@wirepact/runtime";
import { otherSide } from "../../../session/heard.ts";
import type { Finding, Side } from "../../change.ts";
import { meetingOf } from "../../proof.ts";
import { breaksIn, type Verdict } from "../verdicts.ts";

/** What is the same in all that is said of the heartbeat. */
export function aboutHeartbeat(
  side: Side,
  from: readonly Direction[],
  place = "",
): Pick<Finding, "level" | "message" | "from" | "pointer" | "side"> {
  return { level: "wire", message: null, from, pointer: `/x-wirepact/heartbeat${place}`, side };
}

/** What becomes of who asks whether the other side is alive, where only its own contract says that this is answered. */
export function takenForDead(side: Side, asker: Direction): Verdict {
  const proof = `the ${asker} asks, the ${otherSide(asker)} does not answer, and the connection counts as dead`;
  return breaksIn(meetingOf(side, asker), { proof });
}
