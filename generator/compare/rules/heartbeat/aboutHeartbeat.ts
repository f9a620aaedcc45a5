import type { Direction } from "@wirepact/runtime";
import { replyPlaces } from "../../../model/replyPlaces.ts";
import { otherSide } from "../../../session/heard.ts";
import type { Finding, Side } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { meetingOf, other } from "../../proof.ts";
import { breaksIn, safe, type Verdict } from "../verdicts.ts";

/** What is the same in all that is said of the heartbeat. */
export function aboutHeartbeat(
  side: Side,
  from: readonly Direction[],
  place = "",
): Pick<Finding, "level" | "message" | "from" | "pointer" | "side"> {
  return { level: "wire", message: null, from, pointer: `/x-wirepact/heartbeat${place}`, side };
}

/** What becomes of who asks whether the other side is alive, where only its own contract has this heartbeat. */
export function takenForDead(pair: ContractPair, side: Side, asker: Direction): Verdict {
  if (isAnswered(pair, side, asker)) return safe("the other contract answers it as a request");
  const proof = `the ${asker} asks, the ${otherSide(asker)} does not answer, and the connection counts as dead`;
  return breaksIn(meetingOf(side, asker), { proof });
}

/** Whether the other contract promises the answer of a side's heartbeat, and no other, as a reply. */
export function isAnswered({ names, ...pair }: ContractPair, side: Side, asker: Direction): boolean {
  const { heartbeat } = pair[side].session;
  if (heartbeat === null) return false;
  const reader = other(side);
  const [ping, pong] = [names.told(side, heartbeat.ping), names.told(side, heartbeat.pong)];
  const request = pair[reader].replies.find((reply) => names.told(reader, reply.request) === ping);
  if (request === undefined || !replyPlaces(pair[reader], asker).has(request.request)) return false;
  return [...request.replies, ...request.errors].every((name) => names.told(reader, name) === pong);
}
